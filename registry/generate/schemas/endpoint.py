"""One schema for an endpoint's bodies, whatever model they name: if it is one of these, then that."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from registry.generate.schemas.algebra import either, negated, when
from registry.generate.schemas.body import Body
from registry.generate.schemas.rulings import Rulings
from registry.generate.schemas.saying import NoSchema, head, named, names_model
from registry.generate.schemas.uncovered import uncovered
from registry.names import FINE_TUNE_SEPARATOR
from registry.rules import BY_KIND
from registry.shape.values import SOFT
from registry.subject import Setting, subject_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from registry.catalogue import Catalogue
    from registry.generate.schemas.algebra import Schema
    from registry.generate.schemas.rulings import Ruling
    from registry.subject import Subject

LONGEST_KEY = 60


class Names:
    """Names of models as a request may have them: ids, and beginnings of fine-tunes' names."""

    def __init__(self) -> None:
        self.ids: list[str] = []
        self.tuned: list[tuple[str, str]] = []

    def schema(self, at: Sequence[str]) -> Schema:
        """That a body names one of them, at its place for the model."""
        return named(at, self.said())

    def said(self) -> Schema:
        """One of the names."""
        ids: Schema = {"enum": self.ids} if self.ids else False
        by_prefix: dict[str, list[str]] = {}
        for prefix, id_ in self.tuned:
            by_prefix.setdefault(prefix, []).append(re.sub(r"([.+*?()\[\]{}|^$\\])", r"\\\1", id_))
        return either(
            ids,
            *(
                {"pattern": f"^{re.escape(prefix)}(?:{'|'.join(names)})(?:{FINE_TUNE_SEPARATOR}|$)"}
                for prefix, names in by_prefix.items()
            ),
        )


class Definitions:
    """Rulings as `$defs`, each once, under a key that says what it is about."""

    def __init__(self) -> None:
        self.schemas: dict[str, Schema] = {}
        self._keys: dict[str, str] = {}

    def ref(self, ruling: Ruling) -> str:
        """The key of a ruling's schema."""
        schema = ruling.schema
        said = (
            {"description": ruling.says, **schema}
            if isinstance(schema, dict)
            else {"description": ruling.says, "not": {}}
        )
        content = json.dumps(said)
        if content not in self._keys:
            key = stem = re.sub(r"[^A-Za-z0-9._]+", "-", ruling.says)[:LONGEST_KEY].strip("-")
            number = 1
            while key in self.schemas:
                number += 1
                key = f"{stem}-{number}"
            self._keys[content] = key
            self.schemas[key] = said
        return self._keys[content]


def endpoint_schema(catalogue: Catalogue, mode: str, on: str, trust: str | None = None) -> dict[str, Any]:
    """The schema of an endpoint's bodies on a day (ISO), as a source is trusted. Raises NoSchema without a shape."""
    setting = Setting(mode, on, trust, "openai")
    nobody = subject_of(catalogue, None, setting)
    if nobody.plan is None:
        raise NoSchema(f"the body of {catalogue.path(mode)} is not described")
    body = Body(nobody.plan)
    said = body.whole()
    assert isinstance(said, dict)  # noqa: S101 - a body is an object
    definitions, rulings = Definitions(), Rulings()
    groups, refused = _sorted(catalogue, setting, rulings, definitions) if names_model(nobody) else ({}, {})
    general = _refs(definitions, rulings.of(nobody.plan))
    parts: list[Schema] = [_refusal(kind, names, nobody.at) for kind, names in refused.items()]
    parts += [when(names.schema(nobody.at), _all(keys)) for keys, names in groups.items() if keys]
    if general:
        parts.append(when(negated(_anyone(groups.values(), nobody.at)), _all(general)))
    return {
        **head(nobody, uncovered(nobody.plan, nobody.at if names_model(nobody) else ())),
        **said,
        **({"allOf": [*said.get("allOf", ()), *parts]} if parts else {}),
        "$defs": {**body.defs, **definitions.schemas},
    }


def _sorted(
    catalogue: Catalogue, setting: Setting, rulings: Rulings, definitions: Definitions
) -> tuple[dict[tuple[str, ...], Names], dict[str, Names]]:
    """Models by what holds for them, and those that are refused by the kind of refusal."""
    groups: dict[tuple[str, ...], Names] = {}
    refused: dict[str, Names] = {}
    for id_ in catalogue.ids():
        keys: tuple[str, ...] | None = None
        for prefix, name in _spellings(catalogue, id_):
            subject = subject_of(catalogue, name, setting)
            if subject.stands:
                keys = _refs(definitions, rulings.of(subject.plan)) if keys is None and subject.plan else keys
                names = groups.setdefault(keys or (), Names())
            else:
                names = refused.setdefault(_refusing(subject), Names())
            if prefix is None:
                names.ids.append(id_)
            else:
                names.tuned.append((prefix, id_))
    return groups, refused


def _spellings(catalogue: Catalogue, id_: str) -> list[tuple[str | None, str]]:
    """The names of a model that its provider takes: itself, and a fine-tune of it by each prefix that means one."""
    rules = [rule for provider in catalogue.header["providers"].values() for rule in provider.get("names", ())]
    tuned = [rule["prefix"] for rule in rules if rule.get("fine_tune") and not rule.get("surface")]
    return [(None, id_), *((prefix, f"{prefix}{id_}{FINE_TUNE_SEPARATOR}any") for prefix in tuned)]


def _refusing(subject: Subject) -> str:
    return next(problem.kind for problem in subject.always if problem.kind not in SOFT)


def _refusal(kind: str, names: Names, at: Sequence[str]) -> Schema:
    rule = BY_KIND[kind]
    refused: Schema = {"not": names.said()}
    for key in reversed(at):
        refused = {"properties": {key: refused}}
    assert isinstance(refused, dict)  # noqa: S101 - as just made
    return {"$comment": f"{rule.code} {rule.name}", **refused}


def _refs(definitions: Definitions, rulings: Iterable[Ruling]) -> tuple[str, ...]:
    return tuple(definitions.ref(ruling) for ruling in rulings if ruling.schema is not True)


def _all(keys: Sequence[str]) -> Schema:
    return {"allOf": [{"$ref": f"#/$defs/{key}"} for key in keys]}


def _anyone(groups: Iterable[Names], at: Sequence[str]) -> Schema:
    """That a body names a model of which more is said elsewhere."""
    everyone = Names()
    for names in groups:
        everyone.ids += names.ids
        everyone.tuned += names.tuned
    everyone.ids.sort()
    everyone.tuned.sort()
    return everyone.schema(at) if everyone.ids or everyone.tuned else False
