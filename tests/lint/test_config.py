"""Configurations of LiteLLM's proxy: the rules about their own words, and their routes as calls."""

import inspect

import pytest
from linting import outcome, said

from registry.lint import RULES

ROUTE = "model_list:\n  - {model_name: main, litellm_params: {model: openai/gpt-5.6-sol}}\n"


def example(rule, section):
    text = inspect.cleandoc(rule.page).partition(f"## {section}\n")[2].partition("\n## ")[0]
    text = inspect.cleandoc(text) + "\n"
    return text if "model_list" in text else f"{ROUTE}{text}"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_the_example_of_a_rule_is_found(tmp_path, rule):
    assert rule.code in [one.code for one in outcome(tmp_path, example(rule, "Example"), "c.yaml").findings]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_what_to_write_instead_is_not(tmp_path, rule):
    text = (
        example(rule, "Instead")
        .replace("gpt-5:", "main:")
        .replace("[{gpt-5: [gpt-5-mini]}]", "[{gpt-5: [gpt-5-mini]}]")
    )
    codes = [one.code for one in outcome(tmp_path, text, "c.yaml").findings]
    assert rule.code not in codes or "gpt-5-mini" in text


ANY = "  - {{model_name: '{}', litellm_params: {{model: 'openai/*'}}}}\nlitellm_settings: {{default_fallbacks: [x]}}\n"
QUIET = {
    "a route that takes all": ROUTE + ANY.format("*"),
    "a route by a pattern": ROUTE + ANY.format("x*"),
    "routes of another file": ROUTE + "include: [more.yaml]\nlitellm_settings: {default_fallbacks: [x]}\n",
    "routes of a database": ROUTE
    + "general_settings: {store_model_in_db: true}\nrouter_settings: {default_fallbacks: [x]}\n",
    "an alias": ROUTE + "router_settings: {model_group_alias: {x: main}, default_fallbacks: [x]}\n",
    "a setting of a newer version": ROUTE + "router_settings: {quantum_routing: true}\n",
    "a variable for a model": "model_list: [{model_name: a, litellm_params: {model: os.environ/M, temperature: 9}}]\n",
    "an address of one's own": "model_list:\n  - {model_name: a, litellm_params: {model: openai/gpt-4-32k, api_base: http://x}}\n",
    "anchors": "x: &p {model: openai/gpt-4-32k}\nmodel_list:\n  - model_name: a\n    litellm_params: *p\n",
    "merged keys": "x: &p {api_base: x}\nmodel_list: [{model_name: a, litellm_params: {<<: *p, model: gpt-4-32k}}]\n",
    "no configuration": "model_list: none\n",
    "no list": "model_list:\n",
    "entries that are none": "model_list: [1, {}, {model_name: a}, {litellm_params: 3}]\n",
}


@pytest.mark.parametrize("text", QUIET.values(), ids=QUIET)
def test_what_may_be_right_is_not_said_to_be_wrong(tmp_path, text):
    assert said(outcome(tmp_path, text, "c.yaml")) == []


def test_a_route_is_judged_as_the_call_that_requests_are_laid_over(tmp_path):
    entry = "  - model_name: a\n    litellm_params:\n      model: gpt-5.5-pro # pro\n      reasoning_effort: 'low'\n"
    text = f"model_list:\n{entry}"
    assert said(outcome(tmp_path, text, "c.yaml")) == ["5:25 REQ007 reasoning_effort"]
    assert len(outcome(tmp_path, text, "c.yaml", mend=True).mended) == 1
    assert (tmp_path / "c.yaml").read_text() == text.replace("'low'", "'medium'")


def test_a_variable_is_written_as_the_proxy_reads_it(tmp_path):
    text = ROUTE.replace("openai/gpt-5.6-sol", 'openai/gpt-5.6-sol, api_key: "${OPENAI_API_KEY}"')
    outcome(tmp_path, text, "c.yaml", mend=True)
    assert (tmp_path / "c.yaml").read_text() == text.replace("${OPENAI_API_KEY}", "os.environ/OPENAI_API_KEY")


def test_a_rule_that_is_ignored_says_nothing(tmp_path):
    text = ROUTE + "router_settings: {fallback: []}\n"
    assert [one.code for one in outcome(tmp_path, text, "c.yaml").findings] == ["CFG001"]
    assert outcome(tmp_path, text, "c.yaml", ignore=["CFG001"]).findings == []


@pytest.mark.parametrize("text", ["model_list: [", "model_list: {\n", "\tmodel_list: 1", "model_list: 'x"])
def test_broken_yaml_is_told_with_its_place(tmp_path, text):
    found = outcome(tmp_path, text, "c.yaml")
    assert (found.findings, len(found.troubles), "no YAML" in str(found.troubles[0])) == ([], 1, True)
