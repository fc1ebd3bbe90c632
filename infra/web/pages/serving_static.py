"""`GET /static/DIGEST/NAME`: the pages' own files."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from infra.web.access import PUBLIC
from infra.web.pages.static_files import StaticFiles
from infra.web.problems import NOT_FOUND

FOR_EVER = "public, immutable, max-age=31536000"
AGAIN = "no-cache"
"""For a page of another version of the program, which may be serving beside this one."""


def routes(files: StaticFiles) -> APIRouter:
    """Give the route."""
    router = APIRouter(include_in_schema=False, redirect_slashes=False)

    @router.api_route("/static/{digest}/{name:path}", methods=["GET", "HEAD"], dependencies=[PUBLIC])
    async def static_file(request: Request, digest: str, name: str) -> Response:
        file = files.files.get(name)
        if file is None:
            return NOT_FOUND.response()
        headers = {"Cache-Control": FOR_EVER if digest == files.digest else AGAIN, "Vary": "Accept-Encoding"}
        if file.packed is not None and "gzip" in request.headers.get("accept-encoding", ""):
            return Response(file.packed, headers=headers | {"Content-Encoding": "gzip"}, media_type=file.media_type)
        return Response(file.content, headers=headers, media_type=file.media_type)

    return router
