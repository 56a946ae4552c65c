"""`data/models.yaml` and `data/shapes/*.yaml` → the compiled file: deterministic bytes, one JSON line a model."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from registry.authoring import shapes, surfaces
from registry.authoring.resolve import PROVIDER, plain, resolve
from registry.authoring.schema import judge
from registry.authoring.source import Document, read_file

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from registry.authoring.terms import Strict

FORM = 1
"""The version of the compiled form."""


class BadFacts(ValueError):  # noqa: N818 - reads as what it is
    """Files of facts with mistakes; `documents` have them."""

    def __init__(self, documents: list[Document]) -> None:
        lines = [f"{document.name}:{mistake}" for document in documents for mistake in document.mistakes]
        super().__init__("\n".join(lines))
        self.documents = documents


class Files(NamedTuple):
    """Everything that is compiled, as read; mistakes are in the documents."""

    facts: Document
    shapes: list[Document]
    surfaces: list[Document]

    @property
    def documents(self) -> tuple[Document, ...]:
        """All files, the facts first."""
        return (self.facts, *self.shapes, *self.surfaces)


def load(models: Path, folder: Path | None = None) -> Files:
    """Read the facts and, where there is a folder of shapes, those and the surfaces beside it. Raises OSError."""
    facts = read_file(models)
    judge(facts)
    described = _read_folder(folder, shapes.Shape)
    return Files(facts, described, _read_folder(folder.parent / "surfaces", surfaces.Surface) if folder else [])


def _read_folder(folder: Path | None, form: type[Strict]) -> list[Document]:
    documents = [read_file(path) for path in sorted(folder.glob("*.yaml"))] if folder else []
    for document in documents:
        judge(document, form)
    return documents


def compile_files(models: Path, folder: Path | None = None) -> bytes:
    """The compiled file, with the surfaces beside the folder of shapes. Raises BadFacts, OSError."""
    files = load(models, folder)
    wrong = [document for document in files.documents if document.mistakes]
    if wrong:
        raise BadFacts(wrong)
    described, spelled = ([document.value for document in some] for some in (files.shapes, files.surfaces))
    return compile_facts(files.facts.value, described, spelled)


def compile_facts(
    facts: dict[str, Any], described: list[dict[str, Any]], spelled: Iterable[dict[str, Any]] = ()
) -> bytes:
    """The compiled file of facts that are known to be well-formed."""
    models = resolve(facts)
    for model in models.values():
        _date(model, facts.get("sources", {}))
    differing: dict[str, set[str]] = {}
    for model in models.values():
        for mode in model.get("modes") or () if model.get("modes") != "never" else ():
            differing.setdefault(mode, set()).update(model.get("params", {}))
    header = {
        "catalogue": FORM,
        "sources": facts.get("sources", {}),
        "meters": facts.get("meters", {}),
        "providers": {
            name: {key: block[key] for key in PROVIDER if key in block}
            for name, block in facts.get("providers", {}).items()
        },
        "modes": {shape["mode"]: shape["path"] for shape in described},
    }
    if "deployments" in facts:
        header["deployments"] = facts["deployments"]
    lines = [plain(header)]
    lines += [
        shapes.line(shape, differing.get(shape.get("serves", shape["mode"]), set()))
        for shape in shapes.shared(described)
    ]
    lines += [surfaces.line(surface) for surface in spelled]
    lines += [models[id_] for id_ in sorted(models)]
    return "".join(_dump(line) + "\n" for line in lines).encode()


def _date(model: dict[str, Any], sources: dict[str, Any]) -> None:
    """A shutdown without the day of its announcement was announced by the day of its source."""
    days = model.get("lifecycle", {})
    if "shutdown" in days and "deprecated" not in days:
        cited = model.get("source", {})
        source = sources.get(cited.get("lifecycle", cited.get("default", "")), {})
        model["lifecycle"] = {**days, "announced": source.get("date", days["shutdown"])}


def _dump(line: dict[str, Any]) -> str:
    return json.dumps(line, ensure_ascii=True, separators=(",", ":"), allow_nan=False)
