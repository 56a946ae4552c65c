"""Every rule's page is true: its Example has the flaw, its Instead has none at all."""

import re
import textwrap

import pytest

from registry.authoring.lint import RULES

ASKED_AGAINST = ("CAT016",)  # needs a commit to compare with: tests/authoring/test_price_edited.py
each_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
each_alone = pytest.mark.parametrize(
    "rule", [rule for rule in RULES if rule.code not in ASKED_AGAINST], ids=lambda rule: rule.name
)
SECTION = re.compile(r"^## (\w[\w ]*)$", re.MULTILINE)


def section(rule, title):
    parts = SECTION.split(textwrap.dedent(f"    {rule.page}"))
    return textwrap.dedent(dict(zip(parts[1::2], parts[2::2], strict=True))[title].strip("\n")) + "\n"


@pytest.fixture
def told(found, shapes):
    """What is wrong with an example: with what stands in a family, or with a whole file, which goes without shapes."""
    return lambda text: found(text, shapes=None if "providers:" in text else shapes)


@each_alone
def test_the_example_fires(rule, told):
    assert {finding.split()[1] for finding in told(section(rule, "Example"))} == {rule.code}


@each_rule
def test_the_instead_is_quiet(rule, told):
    assert told(section(rule, "Instead")) == []


@each_rule
def test_a_page_says_why(rule):
    assert section(rule, "Why").strip()


def test_codes_and_names_are_one_each():
    assert len({rule.code for rule in RULES}) == len({rule.name for rule in RULES}) == len(RULES)
    assert [rule.code for rule in RULES] == [f"CAT{at:03}" for at in range(1, 24)]


def test_severities_are_apart_from_codes():
    assert [rule.code for rule in RULES if rule.severity == "warning"] == ["CAT012", "CAT018"]
    assert [rule.code for rule in RULES if rule.fixable] == ["CAT007", "CAT013", "CAT019", "CAT022"]
