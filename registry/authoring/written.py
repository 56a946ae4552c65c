"""A catalogue out of YAML, to lay over another: facts as people write them, or a LiteLLM configuration."""

from __future__ import annotations

from pathlib import Path

from registry.authoring.bindings import is_configuration, read_model_list
from registry.authoring.compile import compile_files
from registry.catalogue import Catalogue


def read_written(path: str, under: Catalogue) -> Catalogue:
    """What a YAML file says, laid over a catalogue. Raises OSError, and ValueError with each mistake at its place."""
    if is_configuration(Path(path)):
        return Catalogue(read_model_list(Path(path), under).overlay(), over=under)
    return Catalogue(compile_files(Path(path)), over=under)
