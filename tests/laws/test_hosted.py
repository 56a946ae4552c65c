"""What is known about the tools of a provider agrees with the endpoints that take them, and with the prices."""

from collections import Counter
from typing import Any

import pytest

import registry
from registry.catalogue import bundled
from registry.hosted import Tool, named, tools_of

HEADER = bundled().header
TOOLS = {provider: tools_of(bundled(), provider) for provider in HEADER["providers"]}
each_tool = pytest.mark.parametrize("tool", [tool for tools in TOOLS.values() for tool in tools], ids=repr)


def tags():
    """What the variants of values are called, at any endpoint."""
    queue: list[Any] = [shape for mode in HEADER["modes"] if (shape := bundled().shape(mode))]
    while queue:
        node = queue.pop()
        if isinstance(node, dict):
            yield from node.get("variants") or ()
            queue += node.values()
        elif isinstance(node, list):
            queue += node


TAGS = set(tags())

# Laws.


@each_tool
def test_a_tool_is_named_as_an_endpoint_names_it(tool):
    assert {*tool.kinds, *filter(None, [tool.item])} <= TAGS


@each_tool
def test_a_call_is_sold_by_a_meter_that_some_model_has_a_price_of(tool):
    priced = {meter for model in registry.models(on="2026-11-24") for entry in model.prices for meter in entry["usd"]}
    assert tool.meter is None or (tool.meter in HEADER["meters"] and tool.meter in priced)


@pytest.mark.parametrize("provider", TOOLS)
def test_a_kind_is_of_one_tool(provider):
    kinds = Counter(kind for tool in TOOLS[provider] for kind in tool.kinds)
    assert kinds.most_common(1)[0][1] == 1
    assert [named(TOOLS[provider], kind) for kind in kinds] == [tool for tool in TOOLS[provider] for _ in tool.kinds]


def test_a_tool_that_takes_tokens_is_known():
    taking = {kind for model in registry.models(on="2026-11-24") for kind in model.tokens.get("hosted", ())}
    assert taking <= TAGS


# Examples.


@pytest.mark.parametrize(
    ("facts", "item", "charged"),
    [
        ({}, {}, True),
        ({"when": {"action.type": ["search"]}}, {"action": {"type": "search"}}, True),
        ({"when": {"action.type": ["search"]}}, {"action": {"type": "open_page"}}, False),
        ({"when": {"action.type": ["search"]}}, {"action": "search"}, True),
        ({"when": {"action.type": ["search"]}}, {}, True),
        ({"unless": {"environment.type": ["local"]}}, {"environment": {"type": "local"}}, False),
        ({"unless": {"environment.type": ["local"]}}, {"environment": {"type": "container"}}, True),
        ({"unless": {"environment.type": ["local"]}}, {"environment": {"type": ["local"]}}, True),
        ({"unless": {"environment.type": ["local"]}}, {}, True),
    ],
)
def test_which_calls_are_charged(facts, item, charged):
    assert Tool({"kinds": ["a"], **facts}).is_charged(item) is charged


def test_nobody_s_tools():
    assert (tools_of(bundled(), "nobody"), named((), "web_search")) == ((), None)
