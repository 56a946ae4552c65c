"""The files that stubs come in: a package of Python, or declarations of TypeScript."""

from __future__ import annotations

from typing import TYPE_CHECKING

from registry.generate.artefact import GENERATED, Artefact
from registry.generate.printing import printed
from registry.generate.stubs.files import declarations, requests_module, signatures
from registry.generate.stubs.groups import Stubs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from registry.generate.material import Material

FOLDER = "registry/typed"
HEAD = f"{GENERATED} stubs` from the facts in data/: edit those, not this file."
PYTHON, TYPESCRIPT = LANGUAGES = ("python", "typescript")


def files(stubs: Stubs, head: str, language: str, folder: str = ".") -> Iterator[Artefact]:
    """The files of a language, in a folder; `head` is what their first line says."""
    if language == TYPESCRIPT:
        yield Artefact(f"{folder}/models.d.ts", lambda: declarations(stubs, head))
        return
    yield Artefact(f"{folder}/__init__.py", lambda: printed("stubs/init.py.jinja", head=head))
    yield Artefact(f"{folder}/__init__.pyi", lambda: signatures(stubs, head))
    yield Artefact(f"{folder}/requests.py", lambda: requests_module(stubs, head))


def typed(material: Material) -> Iterator[Artefact]:
    """The stubs that ship: of every model, in both languages."""
    stubs = Stubs(material.catalogue)
    for language in LANGUAGES:
        yield from files(stubs, HEAD, language, FOLDER)
