"""Everything that is generated and committed, by name. A new kind is a function that yields artefacts, and a line."""

from __future__ import annotations

from registry.generate import reference
from registry.generate.artefact import Kind
from registry.generate.hooks import hooks
from registry.generate.model_pages import model_pages
from registry.generate.pages import MODELS, only
from registry.generate.rule_pages import rule_pages
from registry.generate.schemas import committed
from registry.generate.stubs.folder import FOLDER, typed

_PAGES = (
    Kind("index", reference.index),
    Kind("families", reference.families, folder=f"{reference.FOLDER}/families"),
    Kind("pricing", reference.pricing),
    Kind("lifecycle", only("lifecycle", f"{reference.FOLDER}/lifecycle.md", "lifecycle.md.jinja")),
    Kind("limits", reference.limits),
    Kind("parameters", reference.parameters),
    Kind("sources", only("sources", f"{reference.FOLDER}/sources.md", "sources.md.jinja")),
)

_KINDS = (
    *_PAGES,
    Kind("rules", rule_pages, folder="docs/rules"),
    Kind("stubs", typed, folder=FOLDER),
    Kind(committed.NAME, committed.schemas, folder=committed.FOLDER),
    Kind("hooks", hooks),
)

ARTEFACTS = {kind.name: kind for kind in _KINDS}

SITE = (*_PAGES, Kind("models", model_pages, folder=MODELS))
"""The reference as a site has it: with a page for each model."""
