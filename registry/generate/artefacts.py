"""Everything that is generated and committed, by name. A new kind is a function that yields artefacts, and a line."""

from __future__ import annotations

from registry.generate import reference
from registry.generate.artefact import Kind
from registry.generate.pages import only
from registry.generate.rule_pages import rule_pages

_KINDS = (
    Kind("index", reference.index),
    Kind("families", reference.families, folder=f"{reference.FOLDER}/families"),
    Kind("pricing", reference.pricing),
    Kind("lifecycle", only("lifecycle", f"{reference.FOLDER}/lifecycle.md", "lifecycle.md.jinja")),
    Kind("limits", reference.limits),
    Kind("parameters", reference.parameters),
    Kind("sources", only("sources", f"{reference.FOLDER}/sources.md", "sources.md.jinja")),
    Kind("rules", rule_pages, folder="docs/rules"),
)

ARTEFACTS = {kind.name: kind for kind in _KINDS}
