"""The address of who asks, as far as it can be believed."""

from functools import lru_cache
from ipaddress import IPv4Address, ip_address, ip_network

from starlette.datastructures import Headers
from starlette.types import Scope

NOWHERE = "local"
"""Asks without an address: over a socket in the file system."""


def address_of(scope: Scope, trusted_proxies: int) -> str:
    """Give the address of the sender, or of the network whose addresses are all one sender's.

    Each trusted proxy adds at the end whom it was asked by, so that many from the end are theirs. What stands before,
    anybody can have written.
    """
    client = scope.get("client")
    asked_by = client[0] if client else NOWHERE
    if trusted_proxies:
        forwarded = [one.strip() for told in Headers(scope=scope).getlist("x-forwarded-for") for one in told.split(",")]
        asked_by = forwarded[-trusted_proxies] if len(forwarded) >= trusted_proxies else asked_by
    return _network(asked_by)


@lru_cache(4096)
def _network(text: str) -> str:
    """One subscriber has 2^64 addresses of IPv6, and must not be 2^64 senders."""
    try:
        address = ip_address(text)
    except ValueError:
        return NOWHERE
    if isinstance(address, IPv4Address):
        return str(address)
    return str(address.ipv4_mapped or ip_network((int(address), 64), strict=False))
