"""A request as it is sent: which endpoint its address is, its body read, and written again after a change."""

from __future__ import annotations

import json
from fnmatch import fnmatchcase

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping
    from typing import Any

    from registry.catalogue import Catalogue

VERSION = "/v1"
LARGEST = 100_000_000
"""Bytes of the largest body that is read to be judged."""


def endpoint_of(method: str, path: str, catalogue: Catalogue) -> str | None:
    """The path of the endpoint that an address is, wherever its server keeps `/v1`; None when it is none we know."""
    if method != "POST":
        return None
    path = path.rstrip("/")
    at = path.find(f"{VERSION}/")
    candidate = path[at:] if at >= 0 else VERSION + path
    return candidate if candidate in catalogue.header["modes"].values() else None


def listed(host: str, patterns: Collection[str]) -> bool:
    """Whether a host is one of those that patterns (`api.openai.com`, `*.example.com`) name."""
    return any(host == pattern or fnmatchcase(host, pattern) for pattern in patterns)


class Body:
    """The body of a request, read: `value` is what it says."""

    __slots__ = ("_boundary", "_files", "value")

    def __init__(
        self, value: dict[str, Any], boundary: bytes | None = None, files: Mapping[int, bytes] | None = None
    ) -> None:
        self.value = value
        self._boundary = boundary
        self._files = files or {}
        """The headers of each file's part, by the identity of its content."""

    def write(self, changed: Mapping[str, Any]) -> bytes:
        """Another body in the form of this one."""
        if self._boundary is None:
            return json.dumps(changed, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()
        parts = [
            b"--%b\r\n%b\r\n\r\n%b\r\n" % (self._boundary, *self._part(name, value)) for name, value in _fields(changed)
        ]
        return b"".join(parts) + b"--%b--\r\n" % self._boundary

    def _part(self, name: str, value: Any) -> tuple[bytes, bytes]:  # noqa: ANN401 - JSON, or a file
        if isinstance(value, bytes):
            return self._files.get(id(value), _disposition(name)), value
        text = value if isinstance(value, str) else json.dumps(value)
        return _disposition(name), text.encode()


def read(content: bytes, content_type: str) -> Body | None:
    """The body that was sent; None when it can't be read, or is no object."""
    kind, _, rest = content_type.partition(";")
    kind = kind.strip().lower()
    try:
        if kind == "multipart/form-data":
            return _read_form(content, rest)
        value = json.loads(content) if kind == "application/json" else None
    except (ValueError, RecursionError):
        return None
    return Body(value) if isinstance(value, dict) else None


def _read_form(content: bytes, parameters: str) -> Body | None:
    """A multipart form: a field that comes several times is a list, a file is its content."""
    boundary = next(
        (value.strip().strip('"') for key, _, value in _pairs(parameters) if key.strip().lower() == "boundary"), None
    )
    if not boundary:
        return None
    form: dict[str, Any] = {}
    files: dict[int, bytes] = {}
    for part in content.split(b"--" + boundary.encode())[1:]:
        head, blank, rest = part.partition(b"\r\n\r\n")
        if not blank:
            continue
        name, is_file = _named(head.decode(errors="replace"))
        raw = rest.removesuffix(b"\r\n")
        if is_file:
            files[id(raw)] = head.removeprefix(b"\r\n")
        value = raw if is_file else raw.decode(errors="replace")
        if name in form:
            held = form[name]
            form[name] = [*held, value] if isinstance(held, list) else [held, value]
        else:
            form[name] = value
    return Body(form, boundary.encode(), files)


def _pairs(parameters: str) -> Iterable[tuple[str, str, str]]:
    return (one.partition("=") for one in parameters.split(";"))


def _named(head: str) -> tuple[str, bool]:
    """The name of a part, and whether it is a file, from its headers."""
    line = next((one for one in head.split("\r\n") if one.lower().startswith("content-disposition:")), "")
    given = {key.strip().lower(): value.strip().strip('"') for key, _, value in _pairs(line)}
    return given.get("name", ""), "filename" in given or "filename*" in given


def _disposition(name: str) -> bytes:
    return b'Content-Disposition: form-data; name="%b"' % name.encode()


def _fields(body: Mapping[str, Any], outer: str = "") -> Iterator[tuple[str, Any]]:
    """A body as fields of a form: `name`, `name[]`, `name[key]`, as the official client spells them."""
    for key, value in body.items():
        name = f"{outer}[{key}]" if outer else key
        if isinstance(value, dict):
            yield from _fields(value, name)
        elif isinstance(value, list | tuple):
            yield from ((f"{name}[]", item) for item in value)
        else:
            yield name, value
