"""The reference: a page a family, and pages about all models."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from registry.generate.dotted import dotted
from registry.generate.markdown import link, text
from registry.generate.meters import by_kind, meters_of
from registry.generate.pages import page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from registry.catalogue import Catalogue
    from registry.generate.artefact import Artefact
    from registry.generate.material import Material

FOLDER = "docs/reference"
MAIN_LIMITS = ("context", "input", "output")
"""The limits that most models have; the others share a table."""


def families(material: Material) -> Iterator[Artefact]:
    """A page for each family."""
    for family, lines in _families(material.catalogue).items():
        path = f"{FOLDER}/{family_path(family)}"
        models = [material.catalogue.by_id(line["id"], material.on) for line in lines]
        tuned = [material.catalogue.by_id(line["id"], material.on, fine_tuned=True) for line in lines]
        context = {
            "family": family,
            "ids": [line["id"] for line in lines],
            "meters": meters_of(material.catalogue, models),
            "tuned": meters_of(material.catalogue, tuned),
            "known": sorted({f"limits.{name}" for line in lines for name in line.get("limits", ())}),
        }
        yield page("families", path, "family.md.jinja", material, **context)


def index(material: Material) -> Iterator[Artefact]:
    """The first page: what there is, and every model's family."""
    found = {
        link(text(family), family_path(family)): [line["id"] for line in lines]
        for family, lines in _families(material.catalogue).items()
    }
    yield page("index", f"{FOLDER}/index.md", "index.md.jinja", material, families=found)


def pricing(material: Material) -> Iterator[Artefact]:
    """What models cost, by what is sold."""
    catalogue = material.catalogue
    tuned = meters_of(catalogue, [catalogue.by_id(id_, material.on, fine_tuned=True) for id_ in catalogue.ids()])
    context = {"sections": by_kind(catalogue), "tuned": tuned}
    yield page("pricing", f"{FOLDER}/pricing.md", "pricing.md.jinja", material, **context)


def limits(material: Material) -> Iterator[Artefact]:
    """How much goes in and comes out."""
    known = [key for key in dotted(material.catalogue) if key.startswith("limits.")]
    main = [f"limits.{name}" for name in MAIN_LIMITS if f"limits.{name}" in known]
    others = [key for key in known if key not in main]
    yield page("limits", f"{FOLDER}/limits.md", "limits.md.jinja", material, main=main, others=others)


def parameters(material: Material) -> Iterator[Artefact]:
    """Which endpoint has which parameter, and what their bodies are made of."""
    catalogue = material.catalogue
    described = [mode for mode in catalogue.header["modes"] if catalogue.shape(mode)]
    modes = sorted(described, key=lambda mode: (-len((catalogue.shape(mode) or {})["places"]), mode))
    yield page("parameters", f"{FOLDER}/parameters.md", "parameters.md.jinja", material, modes=modes)


def _families(catalogue: Catalogue) -> dict[str, list[dict[str, Any]]]:
    """The compiled lines of models, by family."""
    found: dict[str, list[dict[str, Any]]] = {}
    for id_ in catalogue.ids():
        line = catalogue.line(id_)
        if line:
            found.setdefault(line["family"], []).append(line)
    return dict(sorted(found.items()))


def family_path(family: str) -> str:
    """Where a family's page lies, seen from the other pages of the reference."""
    return f"families/{family.replace('/', '-')}.md"
