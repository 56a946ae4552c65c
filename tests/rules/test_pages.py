"""Every rule's page is true: its Example fires the rule, its Instead does not."""

import re
import textwrap

import pytest

import registry
from registry.rules import RULES

each_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
SECTION = re.compile(r"^## (\w[\w ]*)$", re.MULTILINE)


def section(rule, title):
    parts = SECTION.split(textwrap.dedent(f"    {rule.page}"))
    return textwrap.dedent(dict(zip(parts[1::2], parts[2::2], strict=True))[title].strip("\n"))


def run(code):
    named = {"check": registry.check, "check_batch": lambda lines: [*registry.check_batch(lines)][-1]}
    return eval(code, named)  # noqa: S307 - our own pages


@each_rule
def test_the_example_fires(rule):
    report = run(section(rule, "Example"))
    said = [*report.errors, *report.warnings, *report.skipped]
    assert rule.code in [diagnostic.code for diagnostic in said]


@each_rule
def test_the_instead_is_quiet(rule):
    report = run(section(rule, "Instead"))
    assert rule.code not in [diagnostic.code for diagnostic in (*report.errors, *report.warnings, *report.skipped)]
    assert report.errors == ()


@each_rule
def test_an_error_says_all_that_it_should(rule):
    report = run(section(rule, "Example"))
    found = next(d for d in (*report.errors, *report.warnings, *report.skipped) if d.code == rule.code)
    assert found.message[-1] in ".?"
    assert found.name == rule.name
    if found.severity == "error" and rule.answered:
        assert set(found.api["error"]) == {"message", "type", "param", "code"}
        assert found.status in (400, 403, 404)
    else:
        assert (found.api, found.status) == (None, None)


def test_codes_and_names_are_one_each():
    assert len({rule.code for rule in RULES}) == len({rule.name for rule in RULES}) == len(RULES)
    assert [rule.code for rule in RULES] == sorted(rule.code for rule in RULES)


@each_rule
def test_a_page_says_why(rule):
    assert section(rule, "Why")
