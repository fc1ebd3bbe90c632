"""How a request is refused before any route has seen it."""

from collections.abc import Callable

from starlette.responses import Response
from starlette.types import Scope

from infra.web.problems import CROSS_ORIGIN, FORM_TOO_LARGE, TOO_OFTEN, TOO_SLOW, Problem

Refuse = Callable[[Scope, Problem], Response]
"""Makes the answer to a request that is turned away."""

BEFORE_ANY_ROUTE = (CROSS_ORIGIN, TOO_SLOW, FORM_TOO_LARGE, TOO_OFTEN)
"""With what any request to an address that is ours can be met before its route sees it."""


def as_document(_: Scope, problem: Problem) -> Response:
    """Answer with the problem document."""
    return problem.response()
