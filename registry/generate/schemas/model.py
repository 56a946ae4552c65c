"""The schema of one model's bodies at an endpoint: its facts stand where its parameters do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from registry.generate.schemas.algebra import both
from registry.generate.schemas.body import Body
from registry.generate.schemas.rulings import Rulings, settled
from registry.generate.schemas.saying import NoSchema, head, named, names_model
from registry.generate.schemas.uncovered import uncovered
from registry.subject import Setting, subject_of

if TYPE_CHECKING:
    from registry.catalogue import Catalogue


def model_schema(catalogue: Catalogue, name: str, mode: str, on: str, trust: str | None = None) -> dict[str, Any]:
    """The schema of the bodies that name a model so, on a day (ISO), as a source is trusted.

    Raises UnknownModel; NoSchema for an endpoint without a shape, one whose bodies name no model, and a model that
    does not answer there on that day.
    """
    catalogue.resolve(name)
    subject = subject_of(catalogue, name, Setting(mode, on, trust, "openai"))
    plan = subject.plan
    if plan is None:
        raise NoSchema(f"the body of {catalogue.path(mode)} is not described")
    if not names_model(subject):
        raise NoSchema(f"bodies of {subject.path} name no model: one schema serves all")
    if not subject.stands:
        raise NoSchema(f"{name} does not answer at {subject.path} on {on}")
    body = Body(plan, settled(plan))
    own = named(subject.at, {"const": name})
    parts = [
        {"description": ruling.says, **ruling.schema} if isinstance(ruling.schema, dict) else ruling.schema
        for ruling in Rulings().of(plan, inline=True)
        if ruling.schema is not True
    ]
    said = both(body.whole(), {"allOf": [own, *parts]})
    assert isinstance(said, dict)  # noqa: S101 - a body is an object
    gone = {"deprecated": True} if any(problem.kind == "deprecated_model" for problem in subject.always) else {}
    return {**head(subject, uncovered(plan)), **gone, **said, "$defs": body.defs}
