"""Lines of a Batch file: each is an envelope around a request, and some rules hold over the whole file.

What the envelope looks like, and what must be unique or the same in all lines, is in the shape of /v1/batches.
"""

from __future__ import annotations

from registry.catalogue import bundled
from registry.check import check
from registry.days import day_of
from registry.diagnostics import Problem
from registry.domain import parse
from registry.grading import Options
from registry.report import Report
from registry.shape.nodes import build_body
from registry.shape.plan import Plan
from registry.subject import NO_SHAPE, PLAIN_SURFACE, Setting, Subject, inside
from registry.telling import Telling

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from typing import Any

    from registry.catalogue import Catalogue
    from registry.diagnostics import Diagnostic, Severity
    from registry.shape.plan import Node

    Place = tuple[str, ...]

MODE = "batch"
LINE, FILE = "Line", "File"
"""Types of its shape."""

URL, BODY, MODEL = "url", "body", "model"
UNIQUE = "unique"


def check_batch(lines: Iterable[Any], *, catalogue: Catalogue | None = None, **options: Any) -> Iterator[Report]:  # noqa: ANN401 - those of check
    """A report about each line of a Batch file (decoded JSON), in order: on its request, its envelope, its neighbours.

    Takes the options of `check` but `endpoint`; the url of a line is its endpoint. Paths are those of the
    request, but for what stands beside it: `custom_id`, `url`, `body.stream`. Raises as `check` does.
    """
    file = BatchFile(catalogue, **options)
    return (file.check(line) for line in lines)


class BatchFile:
    """The lines of one file, checked one after another."""

    def __init__(self, catalogue: Catalogue | None = None, **options: Any) -> None:  # noqa: ANN401 - those of check
        self.catalogue = catalogue or bundled()
        self.options = {**options, "catalogue": self.catalogue}
        told = {name: options[name] for name in ("unknown", "account") if name in options}
        self._options = Options(frozenset(options.get("ignore", ())), **told)
        # A catalogue that stands alone may know no batches: nothing is known of envelopes then.
        shape = self.catalogue.shape(MODE) or {**NO_SHAPE, "types": {LINE: {"fields": {}}, FILE: {}}}
        types = shape["types"]
        self._envelope = _envelope(self.catalogue, shape, day_of(options.get("on")), options.get("trust"))
        self._across = list(_across(types[LINE], types, ()))
        self._most = parse(types[FILE].get("size", "anything"))
        self._lines = 0
        self._seen: dict[Place, dict[object, int]] = {place: {} for place, _ in self._across}

    def check(self, line: Any) -> Report:  # noqa: ANN401 - JSON
        """The report about the next line."""
        self._lines += 1
        report = self._alone(line)
        found = [*(self._envelope.judge(line) or ()), *self._crowded(), *self._neighbours(line, report)]
        if not found:
            return report
        telling = Telling(self._envelope, line, found, self._options)
        if not isinstance(line, dict) or not isinstance(line.get(BODY), dict):
            return Report(telling.ok(), lambda: telling)
        return Report(report.ok and telling.ok(), _Both, (telling, report))

    def _alone(self, line: Any) -> Report:  # noqa: ANN401 - JSON
        """The report about the request in a line."""
        line = line if isinstance(line, dict) else {}
        url = line.get(URL)
        endpoint = url if isinstance(url, str) and self.catalogue.mode(url) else None
        return check(line.get(BODY, line), **self.options, endpoint=endpoint)

    def _crowded(self) -> Iterator[Problem]:
        if not self._most.accepts(self._lines) and self._most.accepts(self._lines - 1):
            yield Problem("crowded", self._lines, self._envelope.shape["types"][FILE], self._most)

    def _neighbours(self, line: Any, report: Report) -> Iterator[Problem]:  # noqa: ANN401 - JSON
        """What the line has in common with an earlier one and must not, or has not and must."""
        for place, node in self._across:
            value = inside(line, place)
            if not isinstance(value, str):
                continue
            known = self._seen[place]
            if place == (BODY, MODEL):
                value = report.model or value  # however it is spelled
            if node["across"] == UNIQUE:
                if value in known:
                    yield Problem("repeated", value, node, known[value], reversed(place))
                known.setdefault(value, self._lines)
            elif known and value not in known:
                yield Problem("differing", value, node, next(iter(known)), reversed(place))
            else:
                known[value] = self._lines


class _Both:
    """What there is to say about an envelope, then about the request in it."""

    __slots__ = ("envelope", "request")

    def __init__(self, envelope: Telling, request: Report) -> None:
        self.envelope = envelope
        self.request = request

    @property
    def model(self) -> str | None:
        return self.request.model

    @property
    def endpoint(self) -> str | None:
        return self.request.endpoint

    def __call__(self, severity: Severity) -> tuple[Diagnostic, ...]:
        return (*self.envelope(severity), *self.request._all(severity))  # noqa: SLF001 - the other half of a report

    def count(self, severity: Severity) -> int:
        return self.envelope.count(severity) + self.request.count(severity)


def _envelope(catalogue: Catalogue, shape: Mapping[str, Any], day: str, trust: str | None) -> Subject:
    """What lines are judged by, compiled once."""
    key = ("batch line", day, trust)
    kept: Subject | None = catalogue.cache.get(key)
    if kept is None:
        plan = Plan({**shape, "body": LINE}, None)
        kept = Subject(catalogue, Setting(MODE, day, trust, PLAIN_SURFACE), plan, build_body(plan), None, [])
        catalogue.keep(key, kept)
    return kept


def _across(node: Node, types: dict[str, Node], place: Place) -> Iterator[tuple[Place, Node]]:
    """The fields that are looked at across lines."""
    for key, spec in (node.get("fields") or {}).items():
        field = types[spec] if isinstance(spec, str) else spec
        if "across" in field:
            yield (*place, key), field
        yield from _across(field, types, (*place, key))
