"""The server's application: judges what it is sent, and answers as the API would."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from starlette.applications import Starlette
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from registry.catalogue import bundled
from registry.check import as_judged, check
from registry.diagnostics import UnknownModel
from registry.integrations.mock.answers import answer
from registry.integrations.mock.asked import CREATED, Answer, Asked
from registry.integrations.mock.log import HEADERS, Recorded
from registry.integrations.wire import endpoint_of, read
from registry.lookup import model, models

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.requests import Request

    from registry.facts import Model
    from registry.integrations.mock.log import Log
    from registry.report import Report

REQUESTS = "/__registry__/requests"
"""Where the server tells what it was sent (GET) and forgets it (DELETE)."""

METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"]
NOT_FOUND = 404
BAD_REQUEST = 400


def application(log: Log, **options: Any) -> Starlette:  # noqa: ANN401 - those of check
    """The application; `options` are those of `registry.check`."""
    api = _Api(log, options)
    told = Route(REQUESTS, api.tell, methods=["GET", "DELETE"])
    return Starlette(routes=[told, Route("/{path:path}", api, methods=METHODS)])


class _Api:
    def __init__(self, log: Log, options: Mapping[str, Any]) -> None:
        self.log = log
        self.options = options
        self.catalogue = options.get("catalogue") or bundled()
        self.asking = {name: options[name] for name in ("on", "trust", "catalogue") if name in options}

    async def tell(self, request: Request) -> Response:
        """What was sent so far."""
        told = [one.as_dict() for one in self.log.requests]
        if request.method == "DELETE":
            self.log.requests.clear()
        return JSONResponse(told)

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:  # noqa: ANN401 - ASGI's
        from starlette.requests import Request

        request = Request(scope, receive)
        content = await request.body()
        given, status, report = self.answer(request.method, request.url.path, content, dict(request.headers))
        codes = tuple(diagnostic.code for diagnostic in report.errors) if report is not None else ()
        headers = {name: request.headers[name] for name in HEADERS if name in request.headers}
        self.log.add(Recorded(request.method, request.url.path, headers, content, status, codes))
        headers = {"x-request-id": f"req_{len(self.log.requests)}"}
        pieces = given.bytes()
        response: Response
        if given.events is None:
            response = Response(pieces[0], status, headers, given.kind)
        else:
            response = StreamingResponse(iter(pieces), status, headers, given.kind)
        await response(scope, receive, send)

    def answer(
        self, method: str, path: str, content: bytes, headers: Mapping[str, str]
    ) -> tuple[Answer, int, Report | None]:
        """What is answered, with which status, and what was found."""
        endpoint = endpoint_of(method, path, self.catalogue)
        if endpoint is None:
            found = self._models(path) if method == "GET" else None
            return (found, 200, None) if found else (_error(f"Invalid URL ({method} {path})"), NOT_FOUND, None)
        body = read(content, headers.get("content-type", ""))
        if body is None:
            return _error("The body of the request is no JSON object, and no form."), BAD_REQUEST, None
        report = check(body.value, endpoint=endpoint, **self.options)
        if not report.ok:
            return Answer(report.api), report.status, report
        judged = as_judged(body.value, endpoint=endpoint, **self.asking)
        asked = Asked(judged, self._model(judged.get("model")))
        return answer(str(self.catalogue.mode(endpoint)), asked), 200, report

    def _model(self, name: object) -> Model | None:
        try:
            return model(name, **self.asking) if isinstance(name, str) else None
        except UnknownModel:
            return None

    def _models(self, path: str) -> Answer | None:
        """The list of models, or one of them."""
        _, _, name = path.rpartition("/v1/models")
        if path.rstrip("/").endswith("/models"):
            listed = [_told(one) for one in models(**self.asking) if one.status != "retired"]
            return Answer({"object": "list", "data": listed})
        found = self._model(name.strip("/")) if name.startswith("/") else None
        return Answer(_told(found)) if found else None


def _told(known: Model) -> dict[str, object]:
    return {"id": known.id, "object": "model", "created": CREATED, "owned_by": known.provider}


def _error(message: str) -> Answer:
    return Answer({"error": {"message": message, "type": "invalid_request_error", "param": None, "code": None}})
