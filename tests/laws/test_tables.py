"""What a table says about a value is what a request with it gets."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
import bodies

import registry
from registry.catalogue import bundled
from registry.generate.grid import Grid
from registry.generate.query import Query
from registry.generate.tables import TABLES

PLAIN = sorted(
    {
        name
        for id_, mode, on in bodies.pairs(bundled())
        for name, _, _ in bodies.scalar_parameters(bundled(), id_, mode, on)
    }
)
"""The parameters that stand at one plain place of some body."""


def verdicts(catalogue, name):
    """Each cell that is plainly yes or no: model, endpoint, value, the cell, and the errors where the value stands."""
    modes = [mode for mode in catalogue.header["modes"] if catalogue.shape(mode)]
    options = {"name": name, "snapshots": "yes", "columns": ",".join(["model", "value", *modes])}
    days = {(id_, mode): on for id_, mode, on in bodies.pairs(catalogue)}
    for row in Grid(Query(catalogue, TABLES["values"], options)).by_key():
        model, value = row["model"].value, row["value"].value
        for mode in modes:
            places = catalogue.shape(mode)["places"].get(name, ())
            if row[mode].shown in ("✓", "none") and (model, mode) in days and places:
                body = bodies.minimal(catalogue, model, mode, days[model, mode])
                bodies.put(body, places[0], value)
                place = places[0].replace("[]", "[0]")
                found = registry.check(body, endpoint=mode, on=days[model, mode]).errors
                yield model, mode, value, row[mode].shown, [error for error in found if error.path == place]


@pytest.mark.parametrize("name", [*PLAIN, "tools"])
def test_yes_is_taken_and_none_is_refused(catalogue, name):
    wrong = [
        (model, mode, value, shown, [*map(str, errors)])
        for model, mode, value, shown, errors in verdicts(catalogue, name)
        # The endpoint may have a condition of its own, on a second field: that is no word on the value.
        if (any(error.code != "REQ006" for error in errors) if shown == "✓" else not errors)
    ]
    assert wrong == []


def test_both_are_told(catalogue):
    told = [shown for _, _, _, shown, _ in verdicts(catalogue, "tools")]
    assert (told.count("✓") > 100, told.count("none") > 100) == (True, True)
