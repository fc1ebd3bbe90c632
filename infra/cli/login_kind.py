"""The ways in that `sagsspor serve` can have."""

from enum import StrEnum


class LoginKind(StrEnum):
    """Who lets people in."""

    demo = "demo"
    oidc = "oidc"
