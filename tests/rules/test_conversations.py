"""Tool calls and their answers, and keys that belong together: what was seen to pass, then what was seen refused."""

import pytest

import registry

ON = "2026-08-01"


def call(name, **fields):
    return {"id": name, "type": "function", "function": {"name": "look", "arguments": "{}"}, **fields}


def calls(*names):
    return {"role": "assistant", "content": None, "tool_calls": [call(name) for name in names]}


def answer(name):
    return {"role": "tool", "tool_call_id": name, "content": "Found."}


class Listed(list):  # type: ignore[type-arg]
    """A list that no quick way knows."""


ASK = {"role": "user", "content": "Look it up."}


def told(report):
    errors = [(found, found.api["error"]) for found in report.errors]
    return [(found.code, found.path, error["param"], error["message"]) for found, error in errors]


UNANSWERED = (
    "An assistant message with 'tool_calls' must be followed by tool messages responding to each 'tool_call_id'. "
    "The following tool_call_ids did not have response messages: "
)
STRAY = "Invalid parameter: messages with role 'tool' must be a response to a preceeding message with 'tool_calls'."
PART = "input[0].content[0]"
CLASH = f"Mutually exclusive parameters: '{PART}'. Ensure you are only providing one of: 'file_id' or 'filename'."


def chat(*messages):
    return told(registry.check({"model": "gpt-5", "messages": [*messages]}, endpoint="/v1/chat/completions", on=ON))


@pytest.mark.parametrize(
    "messages",
    [
        [ASK, calls("a"), answer("a")],
        [ASK, calls("a", "b"), answer("b"), answer("a"), ASK],
        [ASK, calls("a"), answer("a"), calls("a"), answer("a")],
        [ASK, calls("a"), answer("a"), answer("a")],
        [ASK, {"role": "assistant", "content": "Look.", "tool_calls": None}, ASK],
        [ASK, {"role": "assistant", "refusal": "No."}, ASK],
        [ASK, {"role": "assistant", "content": ""}, ASK],
        [ASK, {"role": "assistant", "content": []}, ASK],
    ],
)
def test_messages_that_answer_what_was_asked(messages):
    assert chat(*messages) == []


@pytest.mark.parametrize(
    ("messages", "expected"),
    [
        (
            [ASK, calls("a", "b"), answer("a"), ASK],
            (
                "REQ028",
                "messages[3].role",
                "messages.[3].role",
                UNANSWERED + "b",
            ),
        ),
        (
            [ASK, calls("a")],
            (
                "REQ028",
                "messages[1].role",
                "messages.[1].role",
                UNANSWERED + "a",
            ),
        ),
        (
            [ASK, answer("a")],
            (
                "REQ028",
                "messages[1].role",
                "messages.[1].role",
                STRAY,
            ),
        ),
        (
            [ASK, calls("a"), answer("a"), ASK, answer("a")],
            (
                "REQ028",
                "messages[4].role",
                "messages.[4].role",
                STRAY,
            ),
        ),
        (
            [ASK, calls("a"), answer("a"), answer("c")],
            (
                "REQ028",
                "messages[3].tool_call_id",
                "messages.[3].tool_call_id",
                "Invalid parameter: 'tool_call_id' of 'c' not found in 'tool_calls' of previous message.",
            ),
        ),
        (
            [ASK, {"role": "assistant", "content": None}, ASK],
            (
                "REQ029",
                "messages[1].content",
                "messages.[1].content",
                "Invalid value for 'content': expected a string, got null.",
            ),
        ),
    ],
)
def test_messages_that_do_not(messages, expected):
    assert chat(*messages) == [expected]


def test_messages_that_are_none_are_told_as_such():
    (first, *_) = chat(ASK, calls("a"), "x", answer("b"))
    assert first[:2] == ("REQ013", "messages[2]")


def test_all_that_is_wrong_with_messages_is_told_at_once():
    found = chat(ASK, calls("a"), {"role": "assistant", "content": None}, {"role": "user", "content": 1})
    assert [one[:2] for one in found] == [
        ("REQ028", "messages[2].role"),
        ("REQ029", "messages[2].content"),
        ("REQ013", "messages[3].content"),
    ]


def responses(*items, **fields):
    return told(registry.check({"model": "gpt-5", "input": [*items], **fields}, endpoint="/v1/responses", on=ON))


def item(kind, call_id, **fields):
    return {"type": kind, "call_id": call_id, **fields}


def function(name, **fields):
    return item("function_call", name, name="look", arguments="{}", **fields)


def output(name, kind="function_call_output"):
    return item(kind, name, output="Found.")


ACTION = {"type": "exec", "command": ["ls"], "env": {}}
SHELL = item("local_shell_call", "a", action=ACTION, status="completed")
SEARCH = {"type": "tool_search_call", "call_id": "s", "execution": "client", "arguments": {}}


@pytest.mark.parametrize(
    ("items", "fields"),
    [
        ([ASK, function("a"), output("a")], {}),
        ([ASK, function("a"), ASK, function("b"), output("b"), output("a")], {}),
        ([ASK, SEARCH, output("s")], {}),
        ([ASK, SEARCH], {}),
        ([output("a")], {"previous_response_id": "resp_1"}),
        ([output("a")], {"conversation": "conv_1"}),
        ([{"id": "fc_1"}, output("a")], {}),
        ([{"type": "item_reference", "id": "fc_1"}, output("a")], {}),
        ([{"type": "compaction", "encrypted_content": "x"}, output("a")], {}),
        ([ASK, function("a", status="in_progress")], {}),
        ([ASK, function("a", **{"async": True})], {}),
        ([ASK, SHELL, {"type": "local_shell_call_output", "id": "a", "output": "x"}], {}),
        ([ASK, SHELL, output("a")], {}),
    ],
)
def test_calls_that_have_their_outputs_or_may_have(items, fields):
    assert responses(*items, **fields) == []


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        ([ASK, function("a")], ("REQ028", "input[1]", "input", "No tool output found for function call a.")),
        (
            [ASK, item("custom_tool_call", "a", name="look", input="x"), ASK],
            ("REQ028", "input[1]", "input", "No tool output found for custom tool call a."),
        ),
        (
            [ASK, function("a"), output("a"), output("b")],
            ("REQ028", "input[3]", "input", "No tool call found for function call output with call_id b."),
        ),
        (
            [ASK, {"type": "computer_call", "call_id": "a"}],
            ("REQ028", "input[1]", "input", "No tool output found for computer call a."),
        ),
        (
            [output("b", "custom_tool_call_output")],
            ("REQ028", "input[0]", "input", "No tool call found for custom tool call output with call_id b."),
        ),
    ],
)
def test_calls_and_outputs_that_stand_alone(items, expected):
    assert responses(*items) == [expected]
    listed = {"model": "gpt-5", "input": Listed(items)}
    assert told(registry.check(listed, endpoint="/v1/responses", on=ON)) == [expected]


PDF = "data:application/pdf;base64,JVBERi0="


@pytest.mark.parametrize(
    "part",
    [
        {"file_id": "file-1"},
        {"file_url": "https://example.com/a.pdf"},
        {"file_data": PDF, "filename": "a.pdf"},
        {"file_data": "data:text/csv;base64,YQ==", "filename": "a.csv"},
        {"file_data": PDF, "filename": "a.pdf", "file_id": None},
    ],
)
def test_a_file_that_is_given_one_way(part):
    assert responses({"role": "user", "content": [{"type": "input_file", **part}]}) == []


@pytest.mark.parametrize("data", [PDF, "data:application/pdf;name=a.pdf;base64,JVBERi0="])
def test_a_pdf_in_a_message(data):
    part = {"type": "file", "file": {"file_data": data, "filename": "a.pdf"}}
    assert chat({"role": "user", "content": [part]}) == []


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        (
            {},
            (
                "REQ029",
                "input[0].content[0]",
                "input[0].content[0]",
                "Missing required parameter: 'input[0].content[0]'.",
            ),
        ),
        (
            {"file_data": PDF},
            (
                "REQ029",
                "input[0].content[0]",
                "input[0].content[0]",
                "Missing required parameter: 'input[0].content[0]'.",
            ),
        ),
        (
            {"file_url": "https://example.com/a.pdf", "filename": "a.pdf"},
            (
                "REQ029",
                "input[0].content[0]",
                "input[0].content[0]",
                CLASH,
            ),
        ),
    ],
)
def test_a_file_that_is_given_no_way_or_two(part, expected):
    assert responses({"role": "user", "content": [{"type": "input_file", **part}]}) == [expected]


def test_json_mode_and_a_search_of_the_web():
    tools = [{"type": "web_search"}]
    schema = {"type": "object", "properties": {}, "required": [], "additionalProperties": False}
    asked = {"role": "user", "content": "As JSON."}
    formats = {"json_schema": {"type": "json_schema", "name": "x", "schema": schema}, "text": {"type": "text"}}
    for form in formats.values():
        assert responses(asked, tools=tools, text={"format": form}) == []
    assert responses(asked, tools=[], text={"format": {"type": "json_object"}}) == []
    assert responses(asked, tools=tools, text={"format": {"type": "json_object"}}) == [
        ("REQ006", "text.format", None, "Web Search cannot be used with JSON mode."),
    ]


SPOKEN = [
    {"role": "user", "content": "hi"},
    {"role": "user", "content": [{"type": "text", "text": "hi"}]},
    {"role": "assistant", "content": "hi"},
    {"role": "assistant", "content": None},
    {"role": "assistant", "refusal": "no"},
    {"role": "assistant", "tool_calls": []},
    {"role": "tool", "content": "hi"},
    {"role": "tool", "tool_call_id": "a"},
    {"role": "system", "content": ""},
    {"role": "function", "name": "f"},
    {"content": "hi"},
    {"role": "assistant", "audio": None},
]


@pytest.mark.parametrize("before", [None, *SPOKEN])
@pytest.mark.parametrize("message", SPOKEN)
def test_messages_of_two_keys_are_judged_alike_however_quickly(before, message):
    messages = [SPOKEN[0], *([before] if before else []), message]

    def said(messages):
        body = {"model": "gpt-4o", "messages": messages}
        return [(one.code, one.path) for one in registry.check(body, endpoint="chat", on="2026-07-01").errors]

    assert said(messages) == said(Listed(messages)) == said(messages)
