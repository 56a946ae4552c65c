"""The commonest usages at a glance: text, in part cached, in part reasoning. `metering` has the rules for others."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

CHAT = ("prompt_tokens", "completion_tokens", "prompt_tokens_details", "completion_tokens_details")
RESPONSES = ("input_tokens", "output_tokens", "input_tokens_details", "output_tokens_details")
PLAIN = 3
"""Fields of a usage that has its totals alone."""

DETAILED = PLAIN + 2
CACHED_ALONE, REASONING_ALONE = ["cached_tokens"], ["reasoning_tokens"]
WHOLE = {int}


def text_alone(usage: Any) -> tuple[int, int] | None:  # noqa: ANN401 - dict or SDK object
    """Input and output tokens of the plainest usage: sound totals, and nothing else.

    None for any other, whatever it is.
    """
    try:
        if "prompt_tokens" in usage:
            sent, made, total = usage["prompt_tokens"], usage["completion_tokens"], usage["total_tokens"]
        else:
            sent, made, total = usage["input_tokens"], usage["output_tokens"], usage["total_tokens"]
        if type(sent) is int and type(made) is int and type(total) is int and sent >= 0 and made >= 0:
            return (sent, made) if total == sent + made and len(usage) == PLAIN else None
    except (KeyError, TypeError, AttributeError):  # an object may have its fields by name, and no length
        return None
    return None


def text_with_details(usage: Any) -> tuple[int, int, int] | None:  # noqa: ANN401 - dict or SDK object
    """Fresh input, cached input and output tokens of the commonest usage: text, in part cached, in part reasoning.

    None for any other, whatever it is.
    """
    try:
        if "prompt_tokens" in usage:
            sent, made, inside, outside = [usage[name] for name in CHAT]
        else:
            sent, made, inside, outside = [usage[name] for name in RESPONSES]
        said = [name for name, count in inside.items() if count]
        cached = inside["cached_tokens"] if said == CACHED_ALONE else -1 if said else 0
        special = [name for name, count in outside.items() if count]
        thought = outside["reasoning_tokens"] if special == REASONING_ALONE else -1 if special else 0
        total = usage["total_tokens"]
        sound = len(usage) == DETAILED and {type(sent), type(made), type(cached), type(thought), type(total)} == WHOLE
        if sound and 0 <= cached <= sent and 0 <= thought <= made and total == sent + made:
            return sent - cached, cached, made
    except (KeyError, TypeError, AttributeError):
        return None
    return None
