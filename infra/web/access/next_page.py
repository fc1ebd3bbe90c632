"""Where somebody goes after the login: a page of ours, and nothing in its address that tells of a person."""

import re
from urllib.parse import parse_qsl, quote, urlencode, urlsplit

from starlette.requests import Request

from infra.cpr_numbers import is_like_cpr_number

LOGIN = "/login"
START = "/"
_OF_PROGRAMS = ("/api", "/events", "/health", "/metrics", "/openapi.json", "/static")
_TOLD = frozenset({"valid_on", "known_at", "by", "policy", "position", "and", "on", "page"})
"""What an address may be asked with after the login: clocks, readings and places, never what somebody typed to search by."""


def is_page(path: str) -> bool:
    """Say whether a path is asked for by people, who are sent to the login, and not by programs, which are told."""
    return not any(path == one or path.startswith(f"{one}/") for one in _OF_PROGRAMS)


def login_address(request: Request) -> str:
    """Give the address of the login that leads back to what was asked for."""
    asked = request.url.path + (f"?{request.url.query}" if request.url.query else "") if request.method in {"GET", "HEAD"} else START
    target = next_page(asked)
    return LOGIN if target == START else f"{LOGIN}?{urlencode({'next': target})}"


def next_page(asked: str | None) -> str:
    """Give the page to go on with: the one asked for if it is ours, without what may name a person; else the front page."""
    if not asked or not asked.startswith("/") or re.search(r"[\\\x00-\x20\x7f]", asked) or asked.startswith("//"):
        return START
    parts = urlsplit(asked)
    if (
        parts.path == LOGIN
        or parts.path.startswith((f"{LOGIN}/", "/log-ud", "//"))
        or _tells_of_a_person(parts.path)
        or not is_page(parts.path)
    ):
        return START
    query = urlencode([(name, value) for name, value in parse_qsl(parts.query) if name in _TOLD and not is_like_cpr_number(value)])
    path = quote(parts.path, safe="/%")
    return f"{path}?{query}" if query else path


def _tells_of_a_person(path: str) -> bool:
    return any(map(is_like_cpr_number, path.split("/")))
