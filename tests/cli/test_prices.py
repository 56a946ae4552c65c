import json

import pytest

SCRIBE_1 = """\
from 2025-01-15, in force
                input     output
  USD for   1M tokens  1M tokens
  standard          5         15
  acme-answers (observed, 2026-08-03)
from 2024-07-01
                input     output
  USD for   1M tokens  1M tokens
  standard         10         30
  acme-docs (official, 2026-09-01)
"""
SCRIBE_2 = """\
from 2026-02-01, as scribe-2-2026-02-01, in force
                                           input  cached_input     output
  USD for                              1M tokens     1M tokens  1M tokens
  standard                                     2           0.5          8
  batch or flex                                1                        4
  standard, above 50,000 input tokens          4             1         12
  acme-docs (official, 2026-09-01)
"""


@pytest.mark.parametrize(
    ("words", "printed"),
    [
        (("scribe-1",), SCRIBE_1),
        (("scribe-1", "--on", "2025-01-15"), SCRIBE_1.partition("from 2024")[0]),
        (("scribe-2", "--on", "2026-03-01"), SCRIBE_2),
    ],
)
def test_a_table_for_each_price_list(run, words, printed):
    assert run("prices", *words) == (0, printed, "")


def test_an_alias_had_the_prices_of_what_it_pointed_at(run):
    listed = json.loads(run("prices", "scribe-2", "--json").out)["prices"]
    assert [(entry["from"], entry["model"]) for entry in listed] == [
        ("2026-02-01", "scribe-2-2026-02-01"),
        ("2025-02-01", "scribe-2-2025-02-01"),
    ]


def test_the_prices_of_a_fine_tune(run):
    listed = json.loads(run("prices", "ft:scribe-2-2026-02-01:acme::abc", "--json").out)["prices"]
    assert [(entry["from"], entry["usd"]) for entry in listed] == [("2025-06-01", {"input": "3", "output": "12"})]


def test_as_json_they_are_as_compiled(run):
    said = json.loads(run("prices", "scribe-1", "--on", "2024-08-01", "--json").out)
    entry = {"from": "2024-07-01", "usd": {"input": "10", "output": "30"}, "source": "acme-docs", "model": "scribe-1"}
    assert said == {"model": "scribe-1", "prices": [entry]}


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("scribe-1", "--on", "2020-01-01"), "No price of scribe-1 is known on 2020-01-01."),
        (("sketch-0",), "No price of sketch-0 is known."),
        (("scribe-3",), "No model is called 'scribe-3'. Did you mean scribe-2?"),
    ],
)
def test_what_is_not_known(run, words, message):
    ran = run("prices", *words)
    assert (ran.code, ran.out) == (1, "")
    assert message in ran.err
