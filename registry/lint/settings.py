"""What a lint is asked: as of which day, on whose word, and what to leave alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from registry.catalogue import Catalogue
    from registry.grading import Unknown

LARGEST = 5_000_000
"""Bytes of a file that is read whole; Batch files are read line by line, whatever their size."""


class Settings:
    """How to judge what is found."""

    __slots__ = ("account", "catalogue", "exclude", "given", "ignore", "largest", "models", "on", "trust", "unknown")

    def __init__(
        self,
        catalogue: Catalogue,
        on: str,
        *,
        trust: str | None = None,
        ignore: Sequence[str] = (),
        unknown: Unknown = "error",
        account: Mapping[str, bool] | None = None,
        exclude: Sequence[str] = (),
        given: Mapping[str, object] | None = None,
        largest: int = LARGEST,
        models: bool = False,
    ) -> None:
        self.catalogue = catalogue
        self.on = on
        self.trust = trust
        self.ignore = tuple(ignore)
        self.unknown = unknown
        self.account = account
        self.exclude = tuple(exclude)
        """Patterns of paths (`tests/*`, `*.ipynb`) that are left out."""
        self.given = dict(given or {})
        """What litellm was told for all its calls: `{"drop_params": True}`."""
        self.largest = largest
        self.models = models
        """Whether mending may write what to move to in the place of a model that is gone."""
