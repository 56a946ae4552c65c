"""A chat completions body in /v1/responses' spelling: messages → input, tools flattened, formats under `text`."""

from __future__ import annotations

from registry.surfaces.inputs import inputs
from registry.surfaces.parts import Manner
from registry.surfaces.tools import flat_choice, flat_tool, nested, search_tool

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from registry.surfaces._wire import Path

NEWEST_LENGTH = "max_completion_tokens"
LOGPROBS = "message.output_text.logprobs"
FAITHFUL = Manner(strict=False)
"""Functions of responses are strict unless they say otherwise, those of chat completions are not."""

SAME = (
    "model",
    "frequency_penalty",
    "metadata",
    "moderation",
    "parallel_tool_calls",
    "presence_penalty",
    "prompt_cache_key",
    "prompt_cache_options",
    "prompt_cache_retention",
    "safety_identifier",
    "service_tier",
    "store",
    "stream",
    "temperature",
    "top_logprobs",
    "top_p",
    "user",
)
"""What both endpoints spell alike."""

DEFAULTS = {"n": 1}
"""What says nothing where it has no counterpart."""


class Respelled:
    """A body in another endpoint's spelling, the way back, and what has no counterpart there."""

    __slots__ = ("body", "left", "roads")

    def __init__(self) -> None:
        self.body: dict[str, Any] = {}
        self.roads: dict[Path, Path] = {}
        self.left: dict[Path, object] = {}
        """Places of the given body that the other endpoint has no word for."""

    def put(self, path: Path, value: object, given: Path) -> None:
        """Write a value that came from a place of the given body."""
        inside: Any = self.body
        for step in path[:-1]:
            held = inside.get(step)
            inside[step] = inside = dict(held) if isinstance(held, dict) else {}
        inside[path[-1]] = value
        self.roads[path] = given


def to_responses(body: Mapping[str, Any], manner: Manner = FAITHFUL) -> Respelled:
    """A chat body as a responses body. What has no counterpart is listed, and not in the new body."""
    made = Respelled()
    # The search of the web comes after the tools that it becomes one of.
    for key, value in sorted(body.items(), key=lambda item: item[0] == "web_search_options"):
        writer = WRITERS.get(key)
        if writer is not None:
            writer(made, key, value, manner)
        elif key in SAME:
            made.put((key,), value, (key,))
        elif value is not None and (key not in DEFAULTS or value != DEFAULTS[key]):
            made.left[key,] = value
    # The way back for what a change may add.
    made.roads.setdefault(("max_output_tokens",), (NEWEST_LENGTH,))
    made.roads.setdefault(("reasoning", "effort"), ("reasoning_effort",))
    made.roads.setdefault(("text", "verbosity"), ("verbosity",))
    return made


def _messages(made: Respelled, key: str, value: Any, manner: Manner) -> None:  # noqa: ANN401 - JSON
    found = inputs(value, manner)
    made.put(("input",), found.items, (key,))
    if found.instructions is not None:
        made.put(("instructions",), found.instructions, (key, 0, "content"))
    made.roads |= {("input", *wire): (key, *given) for wire, given in found.roads.items()}
    made.left |= {(key, *path): left for path, left in found.left.items()}


def _length(made: Respelled, key: str, value: Any, _manner: Manner) -> None:  # noqa: ANN401 - JSON
    # Where a body has both, the endpoint reads the newer one.
    if "max_output_tokens" not in made.body or key == NEWEST_LENGTH:
        made.put(("max_output_tokens",), value, (key,))


def _effort(made: Respelled, key: str, value: Any, _manner: Manner) -> None:  # noqa: ANN401 - JSON
    if isinstance(value, dict):
        made.put(("reasoning",), value, (key,))
        made.roads["reasoning", "effort"] = (key, "effort")
    elif not isinstance(made.body.get("reasoning"), dict):
        made.put(("reasoning", "effort"), value, (key,))


def _verbosity(made: Respelled, key: str, value: Any, _manner: Manner) -> None:  # noqa: ANN401 - JSON
    made.put(("text", "verbosity"), value, (key,))


def _format(made: Respelled, key: str, value: Any, manner: Manner) -> None:  # noqa: ANN401 - JSON
    schema = value.get("json_schema") if isinstance(value, dict) else None
    if isinstance(schema, dict):
        value = {"type": "json_schema", **manner.schema_defaults, **schema}
        made.put(("text", "format"), value, (key, "json_schema"))
        made.roads["text", "format", "type"] = (key, "type")
    else:
        made.put(("text", "format"), value, (key,))


def _tools_of(made: Respelled) -> list[Any]:
    held = made.body.get("tools")
    return held if isinstance(held, list) else []


def _tools(made: Respelled, key: str, value: Any, manner: Manner) -> None:  # noqa: ANN401 - JSON
    if not isinstance(value, list):
        made.put((key,), value, (key,))
        return
    held = _tools_of(made)
    made.body[key] = [*held, *(flat_tool(tool, manner) for tool in value)]
    for at, tool in enumerate(value):
        place = (key, len(held) + at)
        made.roads[place] = (key, at)
        if nested(tool) is not None:
            made.roads |= {
                (*place, name): (key, at, tool["type"], name) for name in made.body[key][place[1]] if name != "type"
            }


def _tool_choice(made: Respelled, key: str, value: Any, _manner: Manner) -> None:  # noqa: ANN401 - JSON
    made.put((key,), flat_choice(value), (key,))
    if nested(value) is not None:
        made.roads[key, "name"] = (key, value["type"], "name")


def _functions(made: Respelled, key: str, value: Any, _manner: Manner) -> None:  # noqa: ANN401 - JSON
    held, given = _tools_of(made), value if isinstance(value, list) else [value]
    made.body["tools"] = [*held, *({"type": "function", **one} if isinstance(one, dict) else one for one in given)]
    made.roads |= {("tools", len(held) + at): (key, at) for at in range(len(given))}


def _function_call(made: Respelled, key: str, value: Any, _manner: Manner) -> None:  # noqa: ANN401 - JSON
    made.put(("tool_choice",), {"type": "function", **value} if isinstance(value, dict) else value, (key,))


def _web_search(made: Respelled, key: str, value: Any, _manner: Manner) -> None:  # noqa: ANN401 - JSON
    held = _tools_of(made)
    made.body["tools"] = [*held, search_tool(value)]
    made.roads["tools", len(held)] = (key,)
    made.roads.setdefault(("tools",), ("tools",) if held else (key,))


def _logprobs(made: Respelled, key: str, value: Any, _manner: Manner) -> None:  # noqa: ANN401 - JSON
    if value is True:
        made.put(("include",), [*(made.body.get("include") or ()), LOGPROBS], (key,))
    elif value:
        made.left[key,] = value


def _stream_options(made: Respelled, key: str, value: Any, _manner: Manner) -> None:  # noqa: ANN401 - JSON
    """The usage comes with every stream of responses: nothing asks for it."""
    options = {name: at for name, at in value.items() if name != "include_usage"} if isinstance(value, dict) else value
    if options:
        made.put((key,), options, (key,))


WRITERS = {
    "messages": _messages,
    "max_completion_tokens": _length,
    "max_tokens": _length,
    "reasoning_effort": _effort,
    "verbosity": _verbosity,
    "response_format": _format,
    "tools": _tools,
    "tool_choice": _tool_choice,
    "functions": _functions,
    "function_call": _function_call,
    "web_search_options": _web_search,
    "logprobs": _logprobs,
    "stream_options": _stream_options,
}
"""What is spelled otherwise at /v1/responses, by the key of chat completions."""
