"""The order in which a request is hardened.

Outermost the headers, so that every answer has them, also that of the last resort. Inside the last resort, which answers
whatever goes wrong here: the host, since nothing else matters of a request for another; how often, so that every refusal
counts; the origin; and last the body, which is not read for somebody who is refused.
"""

from fastapi import FastAPI
from starlette.middleware import Middleware
from starlette.responses import Response
from starlette.types import Scope

from infra.web.hardening.bodies import SmallBodies
from infra.web.hardening.cross_origin import SameOrigin
from infra.web.hardening.headers import SecurityHeaders
from infra.web.hardening.hosts import KnownHosts
from infra.web.hardening.rates import PrincipalOf, RateLimits
from infra.web.hardening.refusing import Refuse, as_document
from infra.web.hardening.settings import Hardening
from infra.web.problems import Problem
from infra.web.turning_away import Heard


def harden(
    app: FastAPI, settings: Hardening, heard: Heard, principal_of: PrincipalOf = lambda _: None, refuse: Refuse = as_document
) -> None:
    """Harden an application. Call it last, after `turn_away` and whatever else adds a middleware.

    Args:
        app: the application.
        settings: where it is served, and how much may be asked for.
        heard: hears of each request that is turned away.
        principal_of: says who is logged in, for the rates.
        refuse: makes the answer to a request that is turned away.

    """

    def refused(scope: Scope, problem: Problem) -> Response:
        heard(problem)
        return refuse(scope, problem)

    app.add_middleware(SecurityHeaders, https=settings.https)
    if settings.hosts is not None:
        app.user_middleware.append(Middleware(KnownHosts, hosts=settings.hosts, refuse=refused))
    app.user_middleware += [
        Middleware(RateLimits, settings=settings, principal_of=principal_of, refuse=refused),
        Middleware(SameOrigin, refuse=refused),
        Middleware(SmallBodies, most=settings.body_bytes, seconds=settings.body_seconds, refuse=refused),
    ]
