"""What is said about a request: problems as they are found, and diagnostics as they are told.

A problem is found on the hot path and holds references only; its words are made when somebody reads them.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from typing import Any, Literal, Protocol, TypeAlias

    Step: TypeAlias = str | int
    Severity: TypeAlias = Literal["error", "warning", "info", "skipped"]

    class Named(Protocol):
        """A rule, as far as a diagnostic shows it."""

        code: str
        name: str

    class Words(Protocol):
        """Who words a finding, one field at a time."""

        def __call__(self, what: str, problem: Problem, severity: Severity) -> object:
            """`what` is the field: message, allowed, fixes, source, api or status."""


LONGEST = 100_000
"""Characters of a text that an edit carries; a longer one is no small change."""

DEEPEST = 100
"""Levels of a value that is written out as JSON."""

SHOWN = 200
"""Characters of a value that are shown before it is cut."""


class Problem:
    """One finding, unworded.

    `kind` names what is wrong (a kind of refusal in `data/shapes`, or a rule's own), `steps` is the path from the
    value outwards, `node` the shape's words about the place, `detail` what the finder knew about it.
    """

    __slots__ = ("detail", "kind", "node", "steps", "value")

    def __init__(
        self,
        kind: str,
        value: object,
        node: Mapping[str, object],
        detail: object = None,
        steps: Iterable[Step] = (),
    ) -> None:
        self.kind = kind
        self.value = value
        self.node = node
        self.detail = detail
        self.steps = [*steps]

    @property
    def path(self) -> tuple[Step, ...]:
        """The place, from the body inwards."""
        return tuple(self.steps[::-1])

    @property
    def place(self) -> str:
        """The place as the API spells it."""
        steps = self.steps
        if len(steps) == 1 and type(steps[0]) is str and len(steps[0]) <= SHOWN:
            return steps[0]  # most problems are about a parameter
        return spell_path(steps[::-1])

    def __repr__(self) -> str:
        return f"<{self.kind} at {self.place}>"


class Source:
    """Where a fact comes from.

    `kind` is observed, official, documented or derived; `date` (ISO) the day on which the source said so.
    """

    __slots__ = ("address", "date", "id", "kind", "title")

    def __init__(self, id: str, title: str, kind: str, date: str, address: str = "") -> None:  # noqa: A002 - the field's word
        self.id = id
        self.title = title
        self.kind = kind
        self.date = date
        self.address = address

    @property
    def told(self) -> str:
        """Its kind and date; the kind alone, of a source that nobody declared."""
        return f"{self.kind}, {self.date}" if self.date else self.kind

    def as_dict(self) -> dict[str, str]:
        """JSON-ready, without empty fields."""
        return {name: getattr(self, name) for name in sorted(self.__slots__) if getattr(self, name)}

    def __str__(self) -> str:
        return f"{self.id} ({self.told})"

    def __repr__(self) -> str:
        return f"<source {self}>"


class Fix:
    """An edit of the request that removes a finding: a title, and RFC 6902 operations."""

    __slots__ = ("edits", "moved", "title")

    def __init__(
        self, title: str, edits: Iterable[Mapping[str, object]], moved: tuple[Step, ...] | None = None
    ) -> None:
        self.title = title
        self.moved = moved
        """The place that the value itself was moved to, where it was moved."""
        self.edits = tuple(dict(edit) for edit in edits)

    def apply(self, body: Mapping[str, object]) -> dict[str, object]:
        """A copy of the body with the edits made; the body itself stays as it is. Raises LookupError."""
        patched = dict(body)
        for edit in self.edits:
            patched = _patched(patched, _steps(str(edit["path"])), edit)
        return patched

    def portable(self) -> bool:
        """Whether the edits can be written as JSON; what a caller sent may be anything."""
        return all(_portable(edit.get("value")) for edit in self.edits)

    def as_dict(self) -> dict[str, object]:
        """JSON-ready; a value that JSON can't carry is there in words, as `shown`."""
        edits = [
            {key: value if key != "value" or _portable(value) else plain(value) for key, value in edit.items()}
            for edit in self.edits
        ]
        return {"title": self.title, "edits": edits}

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Fix) and (self.title, self.edits) == (other.title, other.edits)

    def __hash__(self) -> int:
        return hash(self.title)

    def __repr__(self) -> str:
        return f"<fix {self.title}>"


class Diagnostic:
    """One finding, told: what, where, why, on whose word, and what to change.

    `code` is stable for ever and says nothing about `severity`. `message`, `allowed`, `fixes`, `source` and `api` are
    made when first read.
    """

    __slots__ = ("_problem", "_told", "_words", "code", "name", "path", "severity")

    def __init__(self, rule: Named, problem: Problem, severity: Severity, path: str, words: Words) -> None:
        self.code = rule.code
        self.name = rule.name
        self.severity: Severity = severity
        self.path = path
        self._problem = problem
        self._words = words
        self._told: dict[str, object] | None = None

    @property
    def value(self) -> object:
        """What stands there."""
        return self._problem.value

    def _say(self, what: str) -> object:
        told = self._told
        if told is None:
            told = self._told = {}
        if what not in told:
            told[what] = self._words(what, self._problem, self.severity)
        return told[what]

    @property
    def message(self) -> str:
        """One or two sentences: what is wrong, why, what is accepted, who disagrees."""
        return str(self._say("message"))

    @property
    def allowed(self) -> str | Sequence[object] | None:
        """What is accepted here, in the notation: choices, `"0..2"`, `"never"`; None when it can't be said."""
        return self._say("allowed")  # type: ignore[return-value]

    @property
    def fixes(self) -> tuple[Fix, ...]:
        """Changes that remove this finding, the best first; each has been tried."""
        return self._say("fixes")  # type: ignore[return-value]

    @property
    def source(self) -> Source | None:
        """On whose word."""
        return self._say("source")  # type: ignore[return-value]

    @property
    def api(self) -> dict[str, object] | None:
        """The body of the error that the API would answer; None for what it would not refuse."""
        return self._say("api")  # type: ignore[return-value]

    @property
    def status(self) -> int | None:
        """The HTTP status of that answer; None for what it would not refuse."""
        return self._say("status")  # type: ignore[return-value]

    @property
    def url(self) -> str:
        """The page of this rule, relative to the documentation's root."""
        return f"rules/{self.name}"

    def as_dict(self) -> dict[str, object]:
        """JSON-ready; values are cut to a readable length."""
        return {
            "code": self.code,
            "name": self.name,
            "severity": self.severity,
            "path": self.path,
            "value": plain(self.value),
            "message": self.message,
            "allowed": self.allowed,
            "fixes": [fix.as_dict() for fix in self.fixes if fix.portable()],
            "source": self.source and self.source.as_dict(),
            "api": self.api,
        }

    def __str__(self) -> str:
        place = f"{self.path}: " if self.path else ""
        return f"{self.severity}[{self.code}] {place}{self.message}"

    def __repr__(self) -> str:
        return f"<{self}>"


class UnknownModel(LookupError):  # noqa: N818 - reads as what it is
    """No model of that name; `close` has the names most like it, the best first."""

    def __init__(self, name: str, close: Sequence[str] = ()) -> None:
        hint = f" Did you mean {close[0]}?" if close else ""
        super().__init__(f"No model is called {name!r}.{hint}")
        self.name = name
        self.close = tuple(close)


class NoPrice(LookupError):  # noqa: N818 - reads as what it is
    """The price of something is not known; an unknown price is never 0."""


def spell_path(path: Iterable[Step]) -> str:
    """`("messages", 0, "content")` → `messages[0].content`, as the API spells it."""
    text = ""
    for step in path:
        if type(step) is str and len(step) <= SHOWN:  # nearly all are
            text = f"{text}.{step}" if text else step
        elif type(step) is int:
            text += f"[{step}]"
        else:
            word = _key(step)
            text += f"[{word}]" if isinstance(step, int) else f".{word}" if text else word
    return text


def _key(step: object) -> str:
    """A step in words: a str's own text, whatever class it is of; anything else that a dict may have for a key."""
    return str.__str__(step)[:SHOWN] if isinstance(step, str) else str(step) if isinstance(step, int) else shown(step)


def pointer(path: Iterable[Step]) -> str:
    """`("messages", 0, "content")` → `/messages/0/content`, a JSON pointer (RFC 6901)."""
    return "".join("/" + _key(step).replace("~", "~0").replace("/", "~1") for step in path)


def _steps(pointed: str) -> list[str]:
    return [step.replace("~1", "/").replace("~0", "~") for step in pointed.split("/")[1:]]


def _patched(value: Any, steps: Sequence[str], edit: Mapping[str, object]) -> Any:  # noqa: ANN401 - JSON
    """A copy of a value, as deep as the steps go, with one RFC 6902 operation made: add, replace or remove."""
    step: Any = int(steps[0]) if isinstance(value, list | tuple) else steps[0]
    copy = list(value) if isinstance(value, list | tuple) else dict(value)
    if len(steps) > 1:
        copy[step] = _patched(copy[step], steps[1:], edit)
    elif edit["op"] == "remove":
        del copy[step]
    elif edit["op"] == "add" and isinstance(copy, list):
        copy.insert(step, edit["value"])
    else:
        copy[step] = edit["value"]
    return copy


def shown(value: object, length: int = SHOWN) -> str:
    """A value as a message shows it: JSON-like, cut to a readable length, whatever it is."""
    if isinstance(value, str):
        cut = value[:length]
        if not cut.isascii():
            cut = cut.encode("utf-8", "backslashreplace").decode()
        text = f"'{cut}…'" if len(value) > length else f"'{cut}'"
    elif value is None or isinstance(value, bool):
        text = {None: "null", True: "true", False: "false"}[value]
    elif isinstance(value, int):
        text = str(value) if -(10**30) < value < 10**30 else "a very large integer"
    elif isinstance(value, float):
        text = repr(value)
    elif isinstance(value, dict):
        text = f"an object with {len(value)} {'key' if len(value) == 1 else 'keys'}"
    elif isinstance(value, list | tuple):
        text = f"an array of {len(value)}"
    else:
        text = f"a Python {type(value).__name__}"
    return text


def _encodable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _portable(value: object, depth: int = 0) -> bool:
    if depth > DEEPEST:
        return False
    if isinstance(value, dict):
        return all(isinstance(key, str) and _portable(inner, depth + 1) for key, inner in value.items())
    if isinstance(value, list | tuple):
        return all(_portable(inner, depth + 1) for inner in value)
    return plain(value) is value or (isinstance(value, str) and len(value) <= LONGEST and _encodable(value))


def plain(value: object) -> object:
    """A value fit for JSON: scalars as they are (long strings cut), all else as `shown`."""
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, str):
        return shown(value)[1:-1]
    if isinstance(value, int) and -(10**30) < value < 10**30:
        return value
    if isinstance(value, float) and value - value == 0:
        return value
    return shown(value)
