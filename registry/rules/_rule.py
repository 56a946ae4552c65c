"""How a rule is declared, and what it is given to word its findings."""

from __future__ import annotations

from registry.diagnostics import Fix, pointer, shown, spell_path
from registry.facts import Refusal
from registry.succession import Succession, succession

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from typing import Any, Protocol, TypeAlias

    from registry.catalogue import Catalogue
    from registry.diagnostics import Problem, Severity, Step
    from registry.domain import Lookup, Values
    from registry.facts import Model, Parameter

    Message: TypeAlias = Callable[["Case", Problem], str]
    Fillings: TypeAlias = Callable[[Problem], Mapping[str, str]]
    Fixes: TypeAlias = Callable[["Case", Problem], Iterable[Fix]]

    class Plan(Protocol):
        """What a body was judged by, as far as words are made of it."""

        shape: Mapping[str, Any]

        @property
        def standing(self) -> Mapping[str, Sequence[str]]:
            """The parameters that stand at each place of the body."""

        def parameter(self, name: str) -> Parameter | None:
            """What the model's facts say about a parameter here; None: nothing."""

        def lookup(self, body: object) -> Lookup:
            """How conditions read the effective request."""


class Case:
    """A request being judged, as a rule's words see it."""

    __slots__ = ("body", "catalogue", "lookup", "model", "name", "plan", "shape")

    def __init__(
        self, body: Mapping[str, Any], catalogue: Catalogue, plan: Plan, model: Model | None, name: object
    ) -> None:
        self.body = body
        self.catalogue = catalogue
        self.plan = plan
        """What the body was judged by."""
        self.shape = plan.shape
        """The wire shape of the endpoint, as compiled."""
        self.model = model
        self.lookup = plan.lookup(body)
        """The effective request: a parameter's name → its values, given over defaults."""
        if name is None and model is not None:
            name = model.id  # the body names it elsewhere
        self.name = shown(name)[1:-1] if isinstance(name, str) else shown(name)
        """The model in a sentence, as the request names it."""

    @property
    def endpoint(self) -> str:
        """The path that the request goes to."""
        return str(self.shape["path"])

    @property
    def who(self) -> str:
        """The model in a sentence: its name as the request has it."""
        return self.name if self.model is not None else "this endpoint"

    def given(self, problem: Problem) -> str:
        """The place and its value in a sentence: `reasoning.effort='low'`, `tools[0] of type 'shell'`."""
        kind = problem.value.get("type") if type(problem.value) is dict else None
        if isinstance(kind, str):
            return f"{problem.place} of type {shown(kind, 60)}"
        return f"{problem.place}={shown(problem.value, 60)}"

    def dissent(self, problem: Problem) -> str:
        """Who says otherwise about the fact behind a refusal, as a sentence with a leading space; or nothing."""
        detail = problem.detail
        if not isinstance(detail, Refusal) or detail.parameter is None:
            return ""
        said = [
            f" {self.word(claim.source)} says otherwise: {claim.accepts.values.phrase()}."
            for claim in detail.parameter.dissent
            if claim.accepts is not None and claim is not detail.claim
        ]
        return "".join(said)

    def word(self, source: str) -> str:
        """A source in a sentence: its id and date; the id alone, where nobody declared it."""
        date = self.catalogue.source(source).date
        return f"{source} ({date})" if date else source

    def parameters(self, path: Sequence[Step]) -> Sequence[str]:
        """The parameters that stand at a place of the body."""
        place = "".join(["[]" if isinstance(step, int) else f".{step}" for step in path]).removeprefix(".")
        return self.plan.standing.get(place, ())

    @property
    def succession(self) -> Succession:
        """What to move to from the model."""
        return succession(self.catalogue, self.model) if self.model is not None else Succession((), None)

    def taken(self, parameter: str) -> Values | None:
        """The values of a parameter that the model takes in this request; None when that is not known."""
        fact = self.plan.parameter(parameter)
        settled = fact.accepts.settle(self.lookup) if fact and fact.accepts else None
        return settled.stated if settled else None

    def places(self, parameter: str) -> Sequence[str]:
        """Where a parameter stands in the body: `reasoning.effort`, `tools[].type`."""
        places: Sequence[str] = self.shape["places"].get(parameter, ())
        return places


class Rule:
    """One thing to say about requests: a code for ever, a name, a severity, the kinds of problem it words, a page."""

    __slots__ = ("_fillings", "_fixes", "_message", "answered", "code", "kinds", "name", "page", "severity", "since")

    def __init__(
        self,
        code: str,
        severity: Severity,
        kinds: Sequence[str],
        message: Message,
        *,
        since: str = "0.1",
        answered: bool = True,
    ) -> None:
        self.code = code
        self.severity = severity
        self.kinds = tuple(kinds)
        self.since = since
        self.answered = answered
        """Whether the API has an answer to its errors; what the caller alone forbids, it would take."""
        self.name = message.__name__.replace("_", "-")
        self.page = message.__doc__ or ""
        """The rule's page in Markdown, `Example` and `Instead` included."""
        self._message = message
        self._fillings: Fillings | None = None
        self._fixes: Fixes | None = None

    def message(self, case: Case, problem: Problem) -> str:
        """What is wrong, in a sentence or two."""
        return self._message(case, problem)

    def fill(self, function: Fillings) -> Fillings:
        """Declare (as a decorator) names that the API's words have for its findings alone (`{tokens}`)."""
        self._fillings = function
        return function

    def fillings(self, problem: Problem) -> Mapping[str, str]:
        """What stands for those names."""
        return self._fillings(problem) if self._fillings is not None else {}

    def fix(self, function: Fixes) -> Fixes:
        """Declare (as a decorator) which edits may remove a finding, the best first."""
        self._fixes = function
        return function

    @property
    def fixable(self) -> bool:
        """Whether some of its findings come with a fix."""
        return self._fixes is not None

    def fixes(self, case: Case, problem: Problem) -> Iterator[Fix]:
        """Edits that may remove a finding; whoever offers them tries them first."""
        if self._fixes is not None:
            yield from self._fixes(case, problem)

    def __repr__(self) -> str:
        return f"<rule {self.code} {self.name}>"


def rule(
    code: str, severity: Severity, *kinds: str, since: str = "0.1", answered: bool = True
) -> Callable[[Message], Rule]:
    """Declare a rule; the function words a finding, and its docstring is the rule's page."""
    return lambda message: Rule(code, severity, kinds, message, since=since, answered=answered)


def removal(problem: Problem) -> Fix:
    """Leave the value out."""
    return Fix(f"leave out {spell_path(problem.path)}", [{"op": "remove", "path": pointer(problem.path)}])


def replacement(path: Sequence[Step], value: object, title: str | None = None) -> Fix:
    """Put another value in its place."""
    title = title or f"set {spell_path(path)} to {shown(value, 60)}"
    return Fix(title, [{"op": "replace", "path": pointer(path), "value": value}])


def put(body: Mapping[str, Any], place: str, value: object) -> Iterator[Mapping[str, object]]:
    """Operations that write a value at a place (`reasoning.effort`), making the objects around it where missing."""
    road = place.split(".")
    inside: Any = body
    for depth, step in enumerate(road[:-1]):
        if not isinstance(inside.get(step), dict):
            for outer in reversed(road[depth + 1 :]):
                value = {outer: value}
            yield {"op": "add", "path": pointer(road[: depth + 1]), "value": value}
            return
        inside = inside[step]
    yield {"op": "add", "path": pointer(road), "value": value}
