"""A page for each model: all that is known of it. They are many, so they are written for a site and not committed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from registry.generate.meters import meters_of
from registry.generate.pages import MODELS, page
from registry.generate.query import file_name
from registry.generate.reference import family_path

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from registry.catalogue import Catalogue
    from registry.facts import Model
    from registry.generate.artefact import Artefact
    from registry.generate.material import Material


def model_pages(material: Material) -> Iterator[Artefact]:
    """The page of each model. A snapshot that a name points at leaves to the name's page what both share."""
    names = _names(material)
    for id_ in material.catalogue.ids():
        model = material.catalogue.by_id(id_, material.on)
        context = {
            "model": model,
            "family": f"../{family_path(model.family)}",
            "twin": names.get(id_),
            "endpoints": [f"{mode}: {material.catalogue.path(mode)}" for mode in _modes(material.catalogue, model)],
            "about": ["endpoints", "knowledge", *sorted(_given(model, "limits"))],
            "lifecycle": ["status", *_days(model)],
            "meters": meters_of(material.catalogue, [model]),
            "tuned": meters_of(material.catalogue, [material.catalogue.by_id(id_, material.on, fine_tuned=True)]),
        }
        yield page("models", f"{MODELS}/{file_name(id_)}.md", "model.md.jinja", material, **context)


def _names(material: Material) -> Mapping[str, str]:
    """Snapshots, each with the name that points at it on the day: of several, the shortest."""
    catalogue = material.catalogue
    pointing = [(catalogue.by_id(id_, material.on).snapshot, id_) for id_ in catalogue.ids()]
    return {target: id_ for target, id_ in sorted(pointing, key=lambda pair: -len(pair[1])) if target}


def _modes(catalogue: Catalogue, model: Model) -> Sequence[str]:
    """The endpoints of a model that are described; all of them where nobody says which are its own."""
    described = catalogue.header["modes"]
    return [mode for mode in model.modes or described if mode in described]


def _given(model: Model, section: str) -> list[str]:
    """The keys of a section that somebody says something of."""
    claims = model.disputed(section).values()
    own = getattr(model, section)
    return [f"{section}.{key}" for key in dict.fromkeys([*own, *(key for claim in claims for key in claim)])]


def _days(model: Model) -> list[str]:
    """The days of a model, with all its replacements in the place of the last."""
    days = [key for key in _given(model, "lifecycle") if key != "lifecycle.announced"]
    return ["replacements" if key == "lifecycle.replacement" else key for key in days]
