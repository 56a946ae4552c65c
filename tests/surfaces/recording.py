"""Makes calls with the real packages and prints what they send: calls as JSON on stdin, requests as JSON on stdout.

Run with an interpreter that has the packages; nothing leaves the machine: their server's name leads to a stub here,
which answers every request with an error.
"""

from __future__ import annotations

import contextlib
import dataclasses
import importlib
import importlib.metadata
import importlib.util
import io
import json
import logging
import os
import socket
import sys
import threading
import warnings
from email.parser import BytesParser
from email.policy import HTTP
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

HOST = "api.openai.com"
ANSWER = {"error": {"message": "recorded", "type": "invalid_request_error", "param": None, "code": "recorded"}}
PACKAGES = {"openai": "openai", "litellm": "litellm", "langchain": "langchain_openai"}


class Stub(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.seen: list[dict[str, Any]] = []
        threading.Thread(target=self.serve_forever, daemon=True).start()


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Stub

    def log_message(self, *_args: object) -> None:
        return

    def do_POST(self) -> None:
        raw, kind = self._body(), self.headers.get("content-type", "")
        body = form(kind, raw) if kind.startswith("multipart/") else json.loads(raw)
        self.server.seen.append({"path": self.path.split("?")[0], "body": body})
        answer = json.dumps(ANSWER).encode()
        self.send_response(400)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def _body(self) -> bytes:
        if self.headers.get("transfer-encoding", "").lower() != "chunked":
            return self.rfile.read(int(self.headers.get("content-length", 0)))
        raw = b""
        while size := int(self.rfile.readline().split(b";")[0], 16):
            raw += self.rfile.read(size)
            self.rfile.readline()
        self.rfile.readline()
        return raw


def form(kind: str, raw: bytes) -> dict[str, Any]:
    """A multipart form: a list where a field comes several times."""
    message = BytesParser(policy=HTTP).parsebytes(b"Content-Type: " + kind.encode() + b"\r\n\r\n" + raw)
    found: dict[str, list[Any]] = {}
    for part in message.iter_parts():
        name = str(part.get_param("name", header="content-disposition"))
        content = part.get_payload(decode=True)
        assert isinstance(content, bytes)
        found.setdefault(name, []).append({"__file__": True} if part.get_filename() else content.decode())
    return {name: values[0] if len(values) == 1 else values for name, values in found.items()}


def prepare(stub: Stub) -> None:
    """Lead the server's name to the stub, and let nobody ask anything else."""
    real = socket.getaddrinfo

    def resolve(host: Any, *args: Any, **options: Any) -> Any:
        return real("127.0.0.1" if host in (HOST, HOST.encode()) else host, *args, **options)

    socket.getaddrinfo = resolve
    for name in [name for name in os.environ if name.lower().endswith("_proxy")]:
        del os.environ[name]
    os.environ |= {
        "OPENAI_API_KEY": "sk-none",
        "OPENAI_BASE_URL": f"http://{HOST}:{stub.server_port}/v1",
        "LITELLM_LOCAL_MODEL_COST_MAP": "True",
    }
    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")


def value(written: Any) -> Any:
    """What a call says, with what `$` stands for."""
    if isinstance(written, list):
        return [value(inner) for inner in written]
    if not isinstance(written, dict):
        return written
    return mark(written["$"]) if set(written) == {"$"} else {key: value(inner) for key, inner in written.items()}


def mark(name: str) -> Any:
    import pydantic

    if name == "four":
        return "4"
    if name == "elsewhere":  # the stub again, by its number
        return os.environ.get("OPENAI_BASE_URL", f"http://{HOST}:1/v1").replace(HOST, "127.0.0.1")
    if name.endswith((".png", ".mp3")):
        file = io.BytesIO(b"abc")
        file.name = name
        return file
    if name in ("NOT_GIVEN", "omit"):
        return getattr(importlib.import_module("openai"), name)
    made = models(pydantic)
    if name == "message":
        return made["Message"](role="system", content="s")
    return made["Reasoning"](effort="low") if name == "reasoning" else made[name]


def models(pydantic: Any) -> dict[str, Any]:
    """Classes and dataclasses that calls name."""
    answer = pydantic.create_model("Answer", a=(int, ...), b=(str | None, None))
    part: Any = pydantic.create_model("Inner", c=(list[str], pydantic.Field(description="several")))
    return {
        "Answer": answer,
        "Nested": pydantic.create_model(
            "Nested", one=(part, pydantic.Field(description="one")), more=(list[part], ...)
        ),
        "Pair": pydantic.dataclasses.dataclass(dataclasses.make_dataclass("Pair", [("x", int), ("y", int)])),
        "Message": pydantic.create_model("Message", role=(str, ...), content=(str, ...), name=(str | None, None)),
        "Reasoning": pydantic.create_model("Reasoning", effort=(str, ...), summary=(str | None, None)),
    }


def make(function: str, arguments: dict[str, Any]) -> None:
    """Make one call."""
    package, _, road = function.partition(".")
    if package == "langchain":
        _langchain(arguments)
    elif package == "litellm":
        extra: dict[str, Any] = {} if "max_retries" in arguments else {"max_retries": 0}
        if "video" in road:
            extra["api_base"] = os.environ["OPENAI_BASE_URL"]
        getattr(importlib.import_module("litellm"), road)(**arguments, **extra)
    else:
        target: Any = importlib.import_module("openai").OpenAI(max_retries=0)
        for step in road.split("."):
            target = getattr(target, step)
        target(**arguments)


def _langchain(arguments: dict[str, Any]) -> None:
    constructor = {key: inner for key, inner in arguments.items() if key not in ("messages", "bound")}
    model: Any = importlib.import_module("langchain_openai").ChatOpenAI(max_retries=0, **constructor)
    bound = dict(arguments.get("bound", {}))
    stream = bound.pop("stream", False)
    if "tools" in bound:
        model = model.bind_tools(bound.pop("tools"), **bound)
    elif bound:
        model = model.bind(**bound)
    model.invoke(arguments["messages"]) if not stream else list(model.stream(arguments["messages"]))


def record(stub: Stub, function: str, written: dict[str, Any]) -> dict[str, Any] | None:
    """What one call sends, or the name of the error that it raises before; None when its package is not here."""
    if importlib.util.find_spec(PACKAGES[function.partition(".")[0]]) is None:
        return None
    stub.seen.clear()
    try:
        make(function, value(written))
    except Exception as error:  # noqa: BLE001 - the stub's answer is an error, and so is a refusal of the package's
        return stub.seen[0] if stub.seen else {"raises": type(error).__name__}
    return stub.seen[0] if stub.seen else {"raises": None}


def main() -> None:
    stub, out = Stub(), sys.stdout
    sys.stdout = sys.stderr
    prepare(stub)
    recorded = [record(stub, *next(iter(call.items()))) for call in json.load(sys.stdin)]
    json.dump({"versions": versions(), "sent": recorded}, out, sort_keys=True)


def versions() -> dict[str, str]:
    """Of the packages that are here."""
    found = {}
    for name in ("openai", "litellm", "langchain-openai"):
        with contextlib.suppress(importlib.metadata.PackageNotFoundError):
            found[name] = importlib.metadata.version(name)
    return found


if __name__ == "__main__":
    main()
