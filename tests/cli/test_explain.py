import ast
import json
from typing import Any

import pytest

from registry.authoring import lint
from registry.lint import RULES as ABOUT_CONFIGS
from registry.rules import RULES

KNOWN: list[Any] = [*RULES, *ABOUT_CONFIGS, *lint.RULES]
ORDER = ("REQ", "CFG", "CAT")


def test_a_page(run):
    rule = next(rule for rule in RULES if rule.code == "REQ006")
    told = run("explain", "REQ006")
    head, blank, first = told.out.splitlines()[:3]
    assert (told.code, head, blank, told.err) == (0, "REQ006 unmet-condition (error, since 0.1)", "", "")
    assert first == rule.page.splitlines()[0]
    assert "\nWhy\n" in told.out
    assert "\nExample\n    " in told.out


@pytest.mark.parametrize("rule", KNOWN, ids=lambda rule: rule.code)
def test_every_rule_has_its_page_by_code_and_name(run, rule):
    by_code, by_name = (json.loads(run("explain", word, "--json").out) for word in (rule.code.lower(), rule.name))
    assert by_code == by_name
    assert {key: by_code[key] for key in ("code", "name", "severity", "since")} == {
        "code": rule.code,
        "name": rule.name,
        "severity": rule.severity,
        "since": rule.since,
    }


@pytest.mark.parametrize("rule", KNOWN, ids=lambda rule: rule.code)
def test_a_rule_for_machines_has_the_sections_of_its_page(run, rule):
    told = json.loads(run("explain", rule.code, "--json").out)
    assert list(told) == ["code", "name", "severity", "since", "fixable", "says", "sections", "page"]
    assert {"Why", "Example", "Instead"} <= told["sections"].keys()
    assert (told["fixable"], told["page"].startswith(told["says"].split(".")[0][:40])) == (rule.fixable, True)
    if rule.code.startswith("REQ"):
        called = [ast.parse(told["sections"][key], mode="eval").body for key in ("Example", "Instead")]
        assert {getattr(call, "func", None) and call.func.id for call in called} <= {"check", "check_batch"}


def test_the_index(run):
    told = run("explain").out.splitlines()
    codes = [line.split()[0] for line in told]
    assert codes == sorted((rule.code for rule in KNOWN), key=lambda code: (ORDER.index(code[:3]), code))
    assert [rule["code"] for rule in json.loads(run("explain", "--json").out)] == codes


def test_an_unknown_rule(run):
    assert run("explain", "unmet-condtion") == (
        1,
        "",
        "Error: No rule is called 'unmet-condtion'. Did you mean unmet-condition?\n",
    )
