"""Counts what the catalogue does not know: for each parameter, of how many living models nothing is said.

Asked of the endpoints of text; --mode asks of another one. A parameter counts where the endpoint has a place for it and
some model has a fact about it.
"""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from comparing.answers import GATHERED
from comparing.values import carried

from registry.catalogue import bundled

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from registry.catalogue import Catalogue
    from registry.facts import Model

STATE = "2026-11-24"
LIKED = ("responses", "chat")
SHOWN = 6
"""Models named in a row."""


def main(argv: list[str] | None = None) -> int:
    """Counts, prints, and returns the exit code."""
    given = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    given.add_argument("--mode", action="append", help=f"an endpoint, by its word ({', '.join(LIKED)})")
    given.add_argument("--on", default=STATE, metavar="DAY", help=f"the day asked about ({STATE})")
    options = given.parse_args(argv)
    for mode in options.mode or LIKED:
        models = living(bundled(), mode, options.on)
        print(f"{mode}: {len(models)} living models")
        print("\n".join(table(unknown(bundled(), models, mode))))
    return 0


def living(catalogue: Catalogue, mode: str, on: str) -> list[Model]:
    """The models that an endpoint takes on a day; no aliases."""
    ids = [id_ for id_ in catalogue.ids() if "current" not in (catalogue.line(id_) or {})]
    models = [catalogue.by_id(id_, on) for id_ in ids]
    return [model for model in models if mode in (model.modes or ()) and model.status != "retired"]


def unknown(catalogue: Catalogue, models: list[Model], mode: str) -> Mapping[str, list[str]]:
    """The ids of the models of which nothing is known, by parameter."""
    shape = catalogue.shape(mode)
    told = {name for model in models for name in model.parameters}
    names = sorted(name for name in told if name in GATHERED or carried(shape, name))
    return {name: [model.id for model in models if not known(model, name, mode)] for name in names}


def known(model: Model, name: str, mode: str) -> bool:
    """Whether it is known what a model takes for a parameter."""
    found = model.parameter(name, mode)
    return found is not None and found.accepts is not None


def table(counts: Mapping[str, list[str]]) -> Iterator[str]:
    """A row a parameter, the least known first."""
    for name, ids in sorted(counts.items(), key=lambda pair: (-len(pair[1]), pair[0])):
        more = f" and {len(ids) - SHOWN} more" if len(ids) > SHOWN else ""
        yield f"  {len(ids):3}  {name:<24}{', '.join(ids[:SHOWN])}{more}".rstrip()


if __name__ == "__main__":
    sys.exit(main())
