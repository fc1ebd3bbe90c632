"""How hard the HTTP interface is: what depends on where it is served, and how much one sender may ask for."""

from typing import NamedTuple


class Rate(NamedTuple):
    """So many requests in so many seconds."""

    amount: int
    seconds: int


class Rates(NamedTuple):
    """How often one sender may ask, by what is asked for. Static files, health and metrics are not counted."""

    login: Rate = Rate(10, 60)
    """Attempts to log in: a person needs one or two, who guesses needs thousands."""
    intake: Rate = Rate(60_000, 60)
    """`POST /events`: a fagsystem that sends one by one is slower than that. What the store can take in is guarded by the lane."""
    other: Rate = Rate(1_200, 60)
    """Pages and the API: a person who turns pages as fast as they come, or a program that reads a case at a time."""


class Hardening(NamedTuple):
    """What depends on where the interface is served."""

    https: bool = False
    """People reach it over https alone. Their browsers are told to keep to that."""
    hosts: frozenset[str] | None = None
    """The names by which it may be asked for, without a port; None is any."""
    trusted_proxies: int = 0
    """How many proxies of the authority's own stand before it, each of which adds to X-Forwarded-For. Without any, it is not read."""
    rates: Rates = Rates()
    body_bytes: int = 256 * 1024
    """The largest body but for events, which have limits of their own: a form, or one event that was mended."""
    body_seconds: float = 30
    """How long a sender may take for it."""


LOOPBACK = frozenset({"localhost", "127.0.0.1", "[::1]"})
"""The hosts of what is served to this machine alone. A page elsewhere can have its own name lead here; it then asks for another host."""
