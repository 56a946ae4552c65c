"""The schemas that are committed: one an endpoint. Those of single models are written on demand."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from registry.generate.artefact import Artefact
from registry.generate.query import file_name
from registry.generate.schemas.endpoint import endpoint_schema
from registry.generate.schemas.saying import printed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from registry.generate.material import Material

NAME = "schemas"
FOLDER = "docs/schemas"


def schemas(material: Material) -> Iterator[Artefact]:
    """A schema for each endpoint whose body is described, as of the day of the material."""
    for mode in material.catalogue.header["modes"]:
        if material.catalogue.shape(mode):
            yield Artefact(f"{FOLDER}/{file_of(mode)}", partial(_rendered, material, mode))


def file_of(mode: str, name: str | None = None) -> str:
    """What a schema's file is called; a model's lies in a folder of its endpoint."""
    return f"{mode}/{file_name(name)}.schema.json" if name else f"{mode}.schema.json"


def _rendered(material: Material, mode: str) -> str:
    return printed(endpoint_schema(material.catalogue, mode, material.on), NAME)
