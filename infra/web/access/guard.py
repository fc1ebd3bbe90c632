"""Each route says what it needs, and the application does not start with one that says nothing."""

from collections.abc import Callable, Collection, Iterator
from typing import TYPE_CHECKING, Annotated

from fastapi import Depends, FastAPI, Request
from fastapi.dependencies.models import Dependant
from fastapi.openapi.models import HTTPBearer
from fastapi.params import Depends as Declared
from fastapi.routing import iter_route_contexts
from fastapi.security.base import SecurityBase

from infra.cases import Case
from infra.web.access.cases import readable
from infra.web.access.principal import Principal
from infra.web.access.rights import GRANTED, Right
from infra.web.problems import FORBIDDEN, ProblemError

if TYPE_CHECKING:
    from infra.web.access.recognising import Gate

OPENAPI = "/openapi.json"
"""Describes the interface, holds nothing of anybody, and is FastAPI's own route."""


class UndeclaredRouteError(RuntimeError):
    """A route does not say what it needs: give it `dependencies=[needs(Right.X)]`, or `PUBLIC` where everybody may have it."""

    def __init__(self, paths: Collection[str]) -> None:
        super().__init__(f"{self.__doc__} ({', '.join(sorted(paths))})")


class _Recognising(SecurityBase):
    def __init__(self) -> None:
        self.model = HTTPBearer(bearerFormat="JWT", description="Et token fra myndighedens egen udsteder. På sider: en session.")
        self.scheme_name = "login"

    async def __call__(self, request: Request) -> Principal:
        gate: Gate = request.app.state.gate
        who = await gate.who(request)
        request.state.role = who.role  # for the log of requests, which names nobody
        return who


Who = Annotated[Principal, Depends(_Recognising())]
"""Who asks, as a route's parameter; nobody is turned away to log in."""


class _Needs:
    def __init__(self, right: Right) -> None:
        self.right = right

    async def __call__(self, who: Who) -> None:
        if who.role not in GRANTED[self.right]:
            raise ProblemError(FORBIDDEN)


class _Public:
    async def __call__(self) -> None:
        """Let everybody in."""


PUBLIC: Declared = Depends(_Public())
"""Says that a route is open to everybody."""


def needs(right: Right) -> Declared:
    """Say that a route needs a right: `dependencies=[needs(Right.CASES)]`."""
    return Depends(_Needs(right))  # type: ignore[no-any-return]  # FastAPI says Any for what is a `params.Depends`


def _may_read(request: Request, who: Who) -> Callable[[Case], bool]:
    gate: Gate = request.app.state.gate
    return readable(who, gate.assigned)


MayRead = Annotated[Callable[[Case], bool], Depends(_may_read)]
"""Says of a case whether the one who asks may read it, as a route's parameter."""


def declared(app: FastAPI, public: Collection[str] = ("/static",)) -> None:
    """See to it that every route says what it needs. `public` names what is no route of ours, such as a mount of files.

    Raises:
        UndeclaredRouteError: one does not.

    """
    open_paths = {OPENAPI, *public}
    silent = {
        context.path or ""
        for context in iter_route_contexts(app.routes)
        if context.path not in open_paths and not any(_declarations(getattr(context, "dependant", None)))
    }
    if silent:
        raise UndeclaredRouteError(silent)


def _declarations(dependant: Dependant | None) -> Iterator[_Needs | _Public]:
    for dependency in dependant.dependencies if dependant else ():
        if isinstance(dependency.call, _Needs | _Public):
            yield dependency.call
