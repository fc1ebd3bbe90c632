"""Which methods an address knows."""

from fastapi import FastAPI
from fastapi.routing import iter_route_contexts


def allowed(app: FastAPI, path: str) -> str:
    """Name every method of an address, as the header Allow does: Starlette names those of the first route alone."""
    routes = (route for route in iter_route_contexts(app.routes) if route.methods and route.path_regex.match(path))
    return ", ".join(sorted({method for route in routes for method in route.methods or ()}))
