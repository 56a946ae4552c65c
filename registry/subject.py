"""What a request is judged by: a model at an endpoint on a day, as a source is trusted; compiled once and kept."""

from __future__ import annotations

from registry.days import dates
from registry.diagnostics import Problem
from registry.shape.nodes import build_body
from registry.shape.plan import Plan
from registry.shape.table import nothing
from registry.shape.values import hard

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any

    from registry.catalogue import Catalogue
    from registry.facts import Model
    from registry.shape.plan import Check

SURFACES = ("openai", "litellm", "langchain")
PLAIN_SURFACE = "openai"
CLIENT_ONLY = frozenset({"extra_body", "extra_headers", "extra_query", "timeout"})
"""Arguments of the official client that no body has."""

NO_SHAPE: dict[str, Any] = {"shape": "", "path": "", "places": {}, "types": {}}
ROOT: dict[str, Any] = {}
"""The words of a shape about the body itself: none."""


class Setting:
    """Where and when a request is sent, and whom to believe."""

    __slots__ = ("day", "endpoint", "surface", "trust")

    def __init__(self, endpoint: str | None, day: str, trust: str | None, surface: str) -> None:
        self.endpoint = endpoint
        self.day = day
        self.trust = trust
        self.surface = surface


class Subject:
    """A model at an endpoint in a setting, compiled."""

    __slots__ = ("always", "at", "catalogue", "form", "id", "lax", "model", "path", "plan", "setting", "stands", "walk")

    def __init__(
        self,
        catalogue: Catalogue,
        setting: Setting,
        plan: Plan | None,
        walk: Check,
        model: Model | None,
        always: list[Problem],
    ) -> None:
        self.catalogue = catalogue
        self.setting = setting
        self.plan = plan
        self.walk = walk
        self.model = model
        self.always = always
        """What is to say whatever else the body has."""
        self.form = plan is not None and plan.form
        self.lax = plan is None or plan.node(plan.shape["body"]).get("unknown", "ignored") == "ignored"
        """Whether nothing is said about keys that the body does not know."""
        self.stands = not hard(always)
        """Whether that leaves a request standing, for a caller who wants nothing special."""
        self.id = model.id if model else None
        self.path: str | None = plan.shape["path"] if plan else setting.endpoint
        self.at = model_place(self.shape)
        """Where the body names the model."""

    @property
    def shape(self) -> Mapping[str, Any]:
        """The wire shape of the endpoint; an empty one when it is not described."""
        return self.plan.shape if self.plan else NO_SHAPE

    def read(self, body: Any) -> Any:  # noqa: ANN401 - whatever a caller sends
        """A body as it is judged: a form as the body that it stands for, all else as it is."""
        if self.plan is None or not self.form or not isinstance(body, dict):
            return body
        from registry.shape.forms import from_form  # most bodies are JSON

        try:
            return from_form(body, self.plan)
        except RecursionError:
            return body

    def judge(self, body: Any) -> list[Problem] | None:  # noqa: ANN401 - whatever a caller sends
        """What there is to say about a body (as read) beside `always`, unsorted; None when there is nothing."""
        try:
            return self.walk(body, body) if type(body) is dict else self._other(body)
        except RecursionError:
            return [Problem("too_deep", None, ROOT)]

    def _other(self, body: object) -> list[Problem] | None:
        if isinstance(body, dict):
            return self.walk(dict(body), body)
        return [Problem("wrong_type", body, ROOT, ("object",))]


def subject_of(catalogue: Catalogue, name: str | None, setting: Setting) -> Subject:
    """The subject for a model's name in a setting. Raises ValueError for a setting that makes no sense."""
    if setting.surface not in SURFACES:
        raise ValueError(f"surface={setting.surface!r}: one of {', '.join(SURFACES)}")
    if setting.trust is not None and setting.trust not in catalogue.header["sources"]:
        raise ValueError(f"trust={setting.trust!r}: the catalogue has no such source")
    always: list[Problem] = []
    model, chosen = _model(catalogue, name, setting, always)
    if setting.endpoint is not None:
        mode = catalogue.mode(setting.endpoint)
    else:
        mode = chosen or (model.modes[0] if model and model.modes else None)
    shape = catalogue.shape(mode) if mode else None
    if model is not None:
        always += _standing(model, shape.get("serves", mode) if shape else mode)
    for problem in always:
        problem.steps[:] = reversed(model_place(shape or NO_SHAPE))
    if shape is None:
        always += _unplaced(name, setting)
        return Subject(catalogue, setting, None, nothing, model, always)
    return Subject(catalogue, setting, *_plan(catalogue, shape, model), model, always)


def model_place(shape: Mapping[str, Any]) -> tuple[str, ...]:
    """The keys that lead to the model's name in a body: `session.model`, or `model` alone."""
    return tuple(shape.get("model", "model").split("."))


def nested_name(body: object, endpoint: str, catalogue: Catalogue) -> str | None:
    """The model's name where an endpoint has it deeper in the body; None when there is none."""
    mode = catalogue.mode(endpoint)
    named = inside(body, model_place((catalogue.shape(mode) if mode else None) or NO_SHAPE))
    return named if isinstance(named, str) else None


def inside(body: Any, keys: Iterable[str]) -> object:  # noqa: ANN401 - JSON
    """What stands in a body where keys lead, one object after the other; None where they lead nowhere."""
    for key in keys:
        body = body.get(key) if isinstance(body, dict) else None
    return body


def _unplaced(name: str | None, setting: Setting) -> list[Problem]:
    """What to say where it is not known which body this is."""
    if setting.endpoint is not None:
        return [Problem("unknown_endpoint", setting.endpoint, ROOT)]
    # Without an endpoint the model would have chosen one.
    return [Problem("missing_parameter", None, ROOT, ROOT, ["model"])] if name is None else []


def _model(
    catalogue: Catalogue, name: str | None, setting: Setting, always: list[Problem]
) -> tuple[Model | None, str | None]:
    """The model that a name stands for, and the endpoint that the name chooses; what is wrong goes to `always`."""
    if name is None:
        return None, None
    found = catalogue.find(name)
    if found is None:
        always.append(Problem("unknown_model", name, ROOT, None, ["model"]))
        return None, None
    if found.surface not in (None, setting.surface):
        always.append(Problem("foreign_name", name, ROOT, found, ["model"]))
    return catalogue.by_id(found.id, setting.day, setting.trust, fine_tuned=found.fine_tune), found.mode


def _standing(model: Model, mode: str | None) -> list[Problem]:
    """What the model's lifecycle and endpoints have to say, whatever is sent."""
    kinds: list[tuple[str, object]] = []
    modes = model.modes
    if modes is not None and not modes:
        kinds.append(("unknown_model", None))
    elif modes is not None and mode is not None and mode not in modes:
        kinds.append(("unsupported_endpoint", None))
    status, days = model.status, model.lifecycle
    if status == "retired" and days.get("answered", "") < days["shutdown"]:
        kinds.append(("retired_model", None))
    elif status in ("retired", "deprecated"):
        kinds.append(("deprecated_model", None))
    if model.requires:
        kinds.append(("account", model.requires))
    return [Problem(kind, model.id, ROOT, detail, ["model"]) for kind, detail in kinds]


def _plan(catalogue: Catalogue, shape: Mapping[str, Any], model: Model | None) -> tuple[Plan, Check]:
    """The plan for a model at an endpoint; days between two changes of its facts share one."""
    key: tuple[object, ...] = ("plan", shape["shape"])
    if model is not None:
        started = sum(start <= model.on for start in dates(catalogue.line(model.id) or {}))
        key = (*key, model.id, model.fine_tuned, model.snapshot, started, model.trust)
    kept = catalogue.plans.get(key)
    if kept is None:
        plan = Plan(shape, model)
        kept = catalogue.plans[key] = (plan, build_body(plan))
    return kept
