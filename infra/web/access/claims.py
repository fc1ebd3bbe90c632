"""From what a login says of somebody to who that is here. What cannot be read grants nothing."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple
from uuid import UUID

from infra.cpr_numbers import is_like_cpr_number
from infra.web.access.principal import PURPOSES, Principal
from infra.web.access.privileges import PrivilegeError, read_privileges
from infra.web.access.rights import Role
from infra.web.access.settings import LoginSettings

Claims = Mapping[str, Any]
MOST_CASES = 40
"""More would not fit into the cookie: they are assigned here instead."""
_CODE = re.compile(r"[0-9]{3,4}", re.ASCII)


class _Granted(NamedTuple):
    role: Role
    municipality: str | None
    cases: frozenset[str]


class ClaimsError(Exception):
    """The login says nothing that grants a role here."""


def principal_of(claims: Claims, settings: LoginSettings) -> Principal:
    """Say who it is.

    Raises:
        ClaimsError: nobody we know; or with two roles, or a caseworker without one municipality: nobody guesses which.

    """
    id_ = claims.get(settings.id_claim)
    if not isinstance(id_, str) or not id_ or len(id_) > 200 or is_like_cpr_number(id_):
        raise ClaimsError("intet fast navn")
    granted = set(_granted(claims, settings))
    if len(granted) != 1:
        raise ClaimsError("ingen rolle" if not granted else "flere roller")
    (role, municipality, cases) = granted.pop()
    if role is Role.caseworker and municipality is None:
        raise ClaimsError("ingen kommune")
    name = claims.get(settings.name_claim)
    return Principal(
        id_,
        name[:200] if isinstance(name, str) and name else id_,
        role,
        municipality if role is Role.caseworker else None,
        PURPOSES[role][0],
        cases if role is Role.complaint_handler else frozenset(),
        tuple(_texts(claims.get(settings.sources_claim))) if role is Role.fagsystem else (),
    )


def _granted(claims: Claims, settings: LoginSettings) -> Iterator[_Granted]:
    privileges = claims.get(settings.privileges_claim)
    if isinstance(privileges, str):
        yield from _by_privileges(privileges, settings)
        return
    cases = _cases(_texts(claims.get(settings.cases_claim)))
    municipality = _code(claims.get(settings.municipality_claim))
    for role in _roles(_texts(claims.get(settings.role_claim)), settings):
        yield _Granted(role, municipality, cases)


def _by_privileges(claim: str, settings: LoginSettings) -> Iterator[_Granted]:
    """Read the groups. A complaint handler's cases may stand in several; whatever else differs between two is for nobody to guess."""
    try:
        groups = read_privileges(claim)
    except PrivilegeError:
        raise ClaimsError("ulæselige privilegier") from None
    found = [(role, group) for group in groups for role in _roles(group.privileges, settings)]
    cases = _cases(case for _, group in found for case in group.constraints.get(settings.case_constraint, ()))
    for role, group in found:
        codes = {_code(one) for one in group.constraints.get(settings.municipality_constraint, ())} or {
            _code(settings.municipalities.get(group.cvr or ""))
        }
        for code in codes if role is Role.caseworker else {None}:
            yield _Granted(role, code, cases)


def _roles(names: Any, settings: LoginSettings) -> Iterator[Role]:
    for name in names:
        if name in settings.roles:
            yield settings.roles[name]
        elif not settings.roles and name in Role.__members__:
            yield Role(name)


def _texts(value: object) -> Iterator[str]:
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, str):
            yield one


def _code(value: object) -> str | None:
    return value if isinstance(value, str) and _CODE.fullmatch(value) else None


def _cases(values: Any) -> frozenset[str]:
    try:
        cases = frozenset(str(UUID(one)) for one in values)
    except ValueError:
        raise ClaimsError("en sag uden UUID") from None
    if len(cases) > MOST_CASES:
        raise ClaimsError("for mange sager")
    return cases
