"""What holds for every claim: what is hidden is never held against a call, whatever else it has."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import registry
from registry.authoring.resolve import plain
from registry.authoring.source import read
from registry.catalogue import bundled
from registry.lint import Settings
from registry.lint.call import Call
from registry.lint.completions import completions
from registry.lint.jsontext import parse
from registry.lint.judging import judged
from registry.lint.text import File, Text
from registry.lint.value import HIDDEN, Value

ON = "2026-11-24"
ROWS = [
    row
    for row in plain(read((Path(__file__).parents[1] / "cases.yaml").read_text(encoding="utf-8")).value)
    if not row.get("surface") and isinstance(row["ask"].get("model"), str)
]
FILE = File("calls.py", "")


def valued(value):
    """A body as a call writes it."""
    if isinstance(value, dict):
        return Value({key: valued(inner) for key, inner in value.items()}, (0, 0))
    if isinstance(value, list):
        return Value([valued(inner) for inner in value], (0, 0))
    return Value(value, (0, 0))


def call_of(row, *, hidden=(), is_open=False):
    arguments = valued(row["ask"])
    for key in hidden:
        arguments.data[key] = Value(HIDDEN, (0, 0))
    arguments.open = is_open
    modes = bundled().model(row["ask"]["model"], ON).modes or ("",)
    mode = row.get("endpoint") or modes[0]
    return Call(FILE, (0, 0), "openai", bundled().mode(mode), arguments)


def found(call, row):
    settings = Settings(bundled(), row.get("on", ON), trust=row.get("trust"))
    return {(one.severity, one.path) for one in judged(call, settings)}


def known(row):
    try:
        call_of(row)
    except (LookupError, TypeError):
        return False
    return True


CASES = [row for row in ROWS if known(row)]
each_case = pytest.mark.parametrize("row", CASES, ids=lambda row: str(row["ask"])[:80])


@each_case
def test_hiding_an_argument_says_nothing_new(row):
    whole = {(one.severity, one.path) for one in _everything(row)}
    for key in row["ask"]:
        assert found(call_of(row, hidden=[key]), row) <= whole


@each_case
def test_leaving_out_what_a_splat_may_bring_says_nothing_new(row):
    whole = {(one.severity, one.path) for one in _everything(row)}
    for key in row["ask"]:
        if key == "model":
            continue
        call = call_of(row, is_open=True)
        del call.arguments.data[key]
        assert found(call, row) <= whole


def _everything(row):
    options = {"endpoint": row.get("endpoint"), "trust": row.get("trust"), "on": row.get("on", ON)}
    report = registry.check(row["ask"], **options)
    return (*report.errors, *report.warnings)


@each_case
def test_a_completion_keeps_what_is_known(row):
    call = call_of(row, hidden=[key for key in row["ask"] if key != "model"][:1], is_open=True)
    arguments = {key: value.plain() for key, value in call.arguments.data.items()}
    for filled, _ in completions(call, arguments, bundled()):
        kept = {key: filled[key] for key, value in arguments.items() if value is not HIDDEN and key in filled}
        assert kept == {key: value for key, value in arguments.items() if value is not HIDDEN}


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


@given(JSON, st.sampled_from([None, 2]), st.booleans())
def test_json_reads_as_written_and_every_value_knows_its_place(value, indent, ascii_only):
    import json

    text = json.dumps(value, indent=indent, ensure_ascii=ascii_only)
    file = File("x.json", text)
    made = parse(Text.whole(file))
    assert made.plain() == value

    def walk(one, wanted):
        assert json.loads(text[one.span[0] : one.span[1]]) == wanted
        if isinstance(one.data, dict):
            for key, inner in one.data.items():
                place = one.keys[key].span
                assert json.loads(text[place[0] : place[1]]) == key
                walk(inner, wanted[key])
        elif isinstance(one.data, list):
            for inner, item in zip(one.data, wanted, strict=True):
                walk(inner, item)

    walk(made, value)
