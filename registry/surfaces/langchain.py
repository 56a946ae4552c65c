"""ChatOpenAI's arguments: the constructor's, over them what is bound or given in a call, and a conversation."""

from __future__ import annotations

from registry.surfaces._draft import EXTRA, Draft
from registry.surfaces._schemas import response_format, schema_of
from registry.surfaces._treating import bridge, roles, treat
from registry.surfaces._values import plain
from registry.surfaces._wire import Note
from registry.surfaces.conversation import conversation
from registry.surfaces.parts import Manner
from registry.surfaces.to_responses import SAME, WRITERS, to_responses

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from registry.surfaces._table import Table

ASKED = ("messages", "input")
"""Under which names the conversation is handed over."""

BOUND = "bound"
"""The arguments of `bind`, `bind_tools`, `invoke` or `stream`, where they are kept apart from the constructor's."""

RESPONSES_VERSION = "responses/v1"
SMALLEST = [{"role": "user", "content": "hi"}]
"""The conversation that a constructor alone is judged with."""

MANNER = Manner(typed=True, annotations=True)


def wire(arguments: Mapping[str, Any], table: Table, mode: str | None) -> Draft:
    """`ChatOpenAI(**arguments).invoke(arguments["messages"])`, as sent."""
    del mode  # its constructor says it
    given = plain({key: value for key, value in arguments.items() if key not in ASKED})
    asked = next((key for key in ASKED if key in arguments), None)
    held = given.pop(BOUND, None)
    bound: dict[str, Any] = held if isinstance(held, dict) else {}
    model_kwargs = given.pop("model_kwargs", None) or {}
    draft = Draft(table, "chat")
    _construct(draft, {key: value for key, value in given.items() if value is not None}, model_kwargs)
    _overlay(draft, bound)
    draft.merge(draft.body.pop(EXTRA, None) or given.get(EXTRA))
    draft.body["messages"] = conversation(arguments[asked]) if asked else SMALLEST
    draft.roads[-1]["messages",] = (asked,) if asked else ()
    if asked is None:
        draft.notes.append(Note("added", "the constructor is judged by the smallest request that it could send"))
    if draft.body.get("stream") is True and "stream_options" not in draft.body and _streams_usage(given, bound):
        draft.body["stream_options"] = {"include_usage": True}
        draft.notes.append(Note("added", "langchain asks for the usage of what it streams", ("stream_options",)))
    _tools(draft, given | bound)
    _send(draft, given)
    return draft


def _construct(draft: Draft, given: Mapping[str, Any], model_kwargs: object) -> None:
    draft.take(given)
    if isinstance(model_kwargs, dict):
        draft.body |= model_kwargs
        draft.roads[-1] |= {(key,): ("model_kwargs", key) for key in model_kwargs}
    name = draft.body.get("model", draft.body.get("model_name"))
    if not draft.body.get("stop") and not draft.body.get("stop_sequences"):
        draft.body.pop("stop", None)
    draft.name = name if isinstance(name, str) else ""
    draft.model = draft.table.model(draft.name)
    treat(draft)


def _overlay(draft: Draft, bound: Mapping[str, Any]) -> None:
    """Lay what was bound or given in a call over the constructor's arguments; nothing more is dropped there."""
    for key, value in bound.items():
        if draft.table.owns(key):
            draft.drop((BOUND, key), value, "it is meant for langchain itself", "own")
            continue
        draft.body[key] = value
        draft.roads[-1][key,] = (BOUND, key)


def _streams_usage(given: Mapping[str, Any], bound: Mapping[str, Any]) -> bool:
    """Streams ask for the usage, unless told not to or sent to another address."""
    said = (bound.get("stream_usage"), given.get("stream_usage"))
    told = next((flag for flag in said if isinstance(flag, bool)), None)
    elsewhere = any(given.get(key) is not None for key in ("base_url", "openai_api_base", "http_client"))
    return told if told is not None else not elsewhere


def _tools(draft: Draft, given: Mapping[str, Any]) -> None:
    """What `bind_tools` makes of tools and of the choice among them."""
    tools, choice = draft.body.get("tools"), draft.body.get("tool_choice")
    named = []
    if isinstance(tools, list):
        draft.body["tools"] = tools = [_tool(tool, given.get("strict")) for tool in tools]
        draft.body.pop("strict", None)
        blocks = (tool.get("function", tool) for tool in tools if isinstance(tool, dict))
        named = [block.get("name") for block in blocks if isinstance(block, dict)]
    if choice is True or choice == "any":
        draft.body["tool_choice"] = "required"
    elif choice is False:
        del draft.body["tool_choice"]
    elif isinstance(choice, str) and choice in named:
        draft.body["tool_choice"] = {"type": "function", "function": {"name": choice}}


def _tool(tool: Any, strict: object) -> Any:  # noqa: ANN401 - a caller's tool
    """A tool as LangChain sends it: a class of pydantic's by its schema."""
    schema = schema_of(tool) if isinstance(tool, type) else None
    if schema is None:
        return tool
    said = {"description": schema.pop("description", "")}
    function = {"name": schema.pop("title", tool.__name__), **said, "parameters": schema}
    return {"type": "function", "function": {**function, **({} if strict is None else {"strict": strict})}}


def _send(draft: Draft, given: Mapping[str, Any]) -> None:
    if isinstance(draft.body.get("response_format"), type):
        draft.body["response_format"] = response_format(draft.body["response_format"])
    forced = given.get("use_responses_api")
    tools = draft.body.get("tools")
    hosted = isinstance(tools, list) and any(
        isinstance(tool, dict) and tool.get("type", "function") != "function" for tool in tools
    )
    version = given.get("output_version") == RESPONSES_VERSION or given.get("use_previous_response_id") is True
    bridged = bridge(draft) == "responses" or hosted or version
    if forced is True or (forced is not False and bridged):
        _to_responses(draft)
        return
    if "max_tokens" in draft.body:  # bound or given in the call: over the constructor's
        draft.body.pop("max_completion_tokens", None)
        draft.move("max_tokens", "max_completion_tokens")
    spoken = roles(draft)
    if not isinstance(draft.body["messages"], list):
        return
    draft.body["messages"] = [
        {**one, "role": spoken.get(str(one.get("role")), one.get("role"))} if isinstance(one, dict) else one
        for one in draft.body["messages"]
    ]


def _to_responses(draft: Draft) -> None:
    given = draft.body
    messages = given["messages"]
    if isinstance(messages, list):
        messages = [
            {key: value for key, value in one.items() if key != "name"} if isinstance(one, dict) else one
            for one in messages
        ]
    made = to_responses({**given, "messages": messages}, MANNER)
    for key in given:
        if key not in WRITERS and key not in SAME:
            made.put((key,), given[key], (key,))
    if "logprobs" in given:
        made.body.pop("include", None) if "include" not in given else None
        made.put(("logprobs",), given["logprobs"], ("logprobs",))
    made.body.pop("stream_options", None)
    draft.go("responses", made.body, made.roads)
    treat(draft)
