"""Logs in Parquet: the same rows as in JSON lines come to the same."""

import json
import sys
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal

import pytest

USAGE = {"input_tokens": 1_000, "output_tokens": 100, "total_tokens": 1_100}
LINE = {"model": "scribe-2", "usage": USAGE, "on": "2026-03-01"}
"""0.0028 USD."""


@pytest.fixture
def write(tmp_path):
    """Write rows as Parquet; options are those of the writer."""
    arrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")

    def write(rows, name="log.parquet", schema=None, **options):
        parquet.write_table(arrow.Table.from_pylist(rows, schema=schema), tmp_path / name, **options)
        return arrow

    return write


def usd(run, name="log.parquet", *words):
    ran = run("cost", name, "--json", *words)
    assert (ran.code, ran.err) == (0, "")
    return json.loads(ran.out)["usd"]


@pytest.mark.parametrize("name", ["log.parquet", "LOG.PARQUET", "log.pq"])
def test_rows_are_priced_like_lines(run, write, name):
    write([LINE, {**LINE, "model": "scribe-2-mini"}], name)
    assert usd(run, name) == "0.00336"


def test_a_file_of_many_row_groups(run, write):
    write([LINE] * 5_000, row_group_size=700, compression="zstd")
    assert usd(run) == "14.00"


def test_columns_may_be_flat_and_counts_floats_where_some_are_missing(run, write):
    row = {"model": "scribe-2", "date": date(2026, 3, 1), "input_tokens": 1_000.0, "output_tokens": 100.0}
    write([{**row, "cached_tokens": 400.0}, {**row, "cached_tokens": None}])
    assert usd(run) == "0.005"


def test_an_object_may_be_text(run, write):
    write([{**LINE, "usage": json.dumps(USAGE)}])
    assert usd(run) == "0.0028"


@pytest.mark.parametrize(
    ("when", "price"),
    [
        (date(2024, 12, 31), "0.013"),
        (datetime(2025, 1, 14, 23, 30, tzinfo=UTC), "0.013"),
        (datetime(2025, 1, 14, 23, 30, tzinfo=timezone(-timedelta(hours=8))), "0.0065"),
        (1_735_689_599, "0.013"),
    ],
)
def test_a_row_is_priced_on_its_day(run, write, when, price):
    write([{"model": "scribe-1", "usage": USAGE, "timestamp": when}])
    assert usd(run) == price


def test_times_may_have_nanoseconds(run, write):
    arrow = pytest.importorskip("pyarrow")
    kind = arrow.schema(
        [("model", arrow.string()), ("input", arrow.decimal128(9, 2)), ("timestamp", arrow.timestamp("ns", "UTC"))]
    )
    write([{"model": "scribe-1", "input": Decimal(1_000), "timestamp": 1_735_689_599_123_456_789}], schema=kind)
    assert usd(run) == "0.01"


def test_attributes_of_spans_may_be_a_map(run, write):
    arrow = pytest.importorskip("pyarrow")
    kind = arrow.schema([("start_time", arrow.string()), ("attributes", arrow.map_(arrow.string(), arrow.string()))])
    attributes = {
        "gen_ai.request.model": "scribe-2",
        "gen_ai.usage.input_tokens": "1000",
        "gen_ai.usage.output_tokens": "100",
    }
    write([{"start_time": "2026-03-01T12:00:00Z", "attributes": list(attributes.items())}], schema=kind)
    assert usd(run) == "0.0028"


def test_totals_by_columns_of_any_type(run, write):
    write([{**LINE, "team": b"\xff", "when": datetime(2026, 3, 1, tzinfo=UTC), "cost": Decimal("1.5"), "n": 3}])
    told = run("cost", "log.parquet", "--csv", "--by", "team,when,cost,n")
    assert told == (
        0,
        'team,when,cost,n,requests,usd\n"""b\'\\\\xff\'""",2026-03-01T00:00:00+00:00,"""1.5""",3,1,0.0028\n',
        "",
    )


def test_a_bad_row_is_told_by_its_number(run, write):
    write([LINE, {**LINE, "model": "scribe-3"}, {**LINE, "usage": {"input_tokens": -1, "output_tokens": 1}}])
    ran = run("cost", "log.parquet")
    assert (ran.code, ran.err.splitlines()) == (
        1,
        [
            "registry: log.parquet:2: No model is called 'scribe-3'. Did you mean scribe-2?",
            "registry: log.parquet:3: input_tokens is -1: a count is never negative",
        ],
    )


# What is no Parquet.


@pytest.mark.parametrize("data", [b"", b"PAR1", b"PAR1" + b"x" * 100 + b"PAR1", b'{"model": "scribe-2"}\n'])
def test_what_is_damaged(run, tmp_path, data):
    pytest.importorskip("pyarrow")
    (tmp_path / "log.parquet").write_bytes(data)
    ran = run("cost", "log.parquet")
    assert ran.code == 2
    assert ran.err.startswith("registry: log.parquet: not Parquet that can be read: ")


def test_a_file_that_breaks_off(run, write, tmp_path):
    write([{**LINE, "pad": f"{number:064x}"} for number in range(5_000)], row_group_size=1_000, compression="none")
    whole = (tmp_path / "log.parquet").read_bytes()
    at = len(whole) // 2
    (tmp_path / "log.parquet").write_bytes(whole[:at] + bytes(200_000) + whole[at + 200_000 :])
    ran = run("cost", "log.parquet")
    assert ran.code == 2
    assert "a bug of ours" not in ran.err


@pytest.mark.parametrize("name", ["none.parquet", "folder.parquet"])
def test_what_is_no_file(run, tmp_path, name):
    pytest.importorskip("pyarrow")
    (tmp_path / "folder.parquet").mkdir()
    ran = run("cost", name)
    assert (ran.code, ran.err.startswith(f"registry: {name}: ")) == (2, True)


def test_parquet_can_not_come_through_a_pipe(run):
    ran = run("cost", stdin=b"PAR1" + b"x" * 100)
    assert (ran.code, ran.err) == (
        2,
        "registry: stdin: Parquet can't be read from a pipe: give the name of the file\n",
    )


def test_without_the_extra_its_name_is_told(run, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    (tmp_path / "log.parquet").write_bytes(b"PAR1")
    (tmp_path / "log.jsonl").write_text(json.dumps(LINE))
    ran = run("cost", "log.parquet", "log.jsonl")
    assert (ran.code, ran.err) == (
        2,
        "registry: log.parquet: reading Parquet needs pip install model-capability-registry[parquet]\n",
    )
    assert ran.out.splitlines()[-1].split() == ["total", "1", "0.0028"]
