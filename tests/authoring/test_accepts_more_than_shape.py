"""CAT021: values that no endpoint of the model takes from anybody."""

import pytest

from registry.authoring.lint._endpoint import endpoints
from registry.authoring.source import read

QUIET = [
    "params: {reasoning_effort: [none, low, high], tools: [function], role: [user]}\nmodes: [talk]",
    "params: {temperature: 0.5..2, max_output_tokens: 1..output}\nmodes: [talk]\nlimits: {output: 8}",
    "params: {temperature: anything, stop: [x], input: [text, smell]}\nmodes: [talk]",
    "params: {stream: [true]}\nmodes: [talk]",
    "params: {tool_choice: [auto]}\nmodes: [talk]",
    "params: {n: 1..10}\nmodes: [paint, talk]",
    "params: {tools: {accepts: [function], unconfirmed: {acme-docs: [search]}}}\nmodes: [talk]",
    # Somebody else's word.
    "params: {temperature: {accepts: [1], disputed: {proxy-docs: {accepts: 0..3}}}}\nmodes: [talk]",
]


@pytest.mark.parametrize("text", QUIET)
def test_quiet(found, text):
    assert found(f"{text}\nmodels: {{a: {{}}}}") == []


FIRES = {
    "params: {reasoning_effort: [none, hihg]}": [
        "1:10: CAT021 reasoning_effort is never hihg: every model is refused all but none, low, high"
    ],
    "params: {temperature: {accepts: 0..3, when: {stream: [true]}, else: [-1]}}": [
        "1:24: CAT021 temperature is never 3: every model is refused all but 0..2",
        "1:63: CAT021 temperature is never -1: every model is refused all but 0..2",
    ],
    "params: {tools: {accepts: [function], unconfirmed: {acme-docs: [search, magic]}}}": [
        "1:53: CAT021 tools is never magic: every model is refused all but function, search"
    ],
    "params: {tools: [function, magic], stream: [true, 1]}": [
        "1:10: CAT021 tools is never magic: every model is refused all but function, search",
        "1:36: CAT021 stream is never 1: every model is refused all but true, false",
    ],
    "params: {tool_choice: [required]}": [
        "1:10: CAT021 tool_choice is never required: every model is refused all but auto, none, never"
    ],
}


@pytest.mark.parametrize(("text", "expected"), FIRES.items(), ids=map(str, range(len(FIRES))))
def test_fires(found, text, expected):
    assert found(f"{text}\nmodels: {{a: {{modes: [talk]}}}}") == expected


TAGGED = """\
mode: talk
path: /talk
source: s
body: {type: object, fields: {tools: {type: array, param: none, items: Tool}}}
types:
  Tool: {by: type, variants: {call: Call, look: Look}}
  Call: {type: object, fields: {type: Kind}}
  Look: {type: object, gives: {tools: find}}
  Kind: {type: string, param: tools}
"""


def test_the_names_of_variants_are_what_their_tag_may_be():
    (endpoint,) = endpoints([read(TAGGED)])
    assert [str(values) for values in endpoint.takes("tools") or ()] == ["[call, look, find]"]
    assert endpoint.parameters == {"tools"}
