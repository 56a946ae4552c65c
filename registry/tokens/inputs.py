"""Plain inputs: of completions, embeddings and moderations, as strings, lists of them, or tokens already."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from registry.tokens.prompt import Prompt


def inputs(given: object, prompt: Prompt) -> int:
    """Collect an input; how many there are, for each is answered by itself."""
    if not isinstance(given, list | tuple):
        prompt.say(given)
        return 1
    tokens = sum(type(one) is int for one in given)
    prompt.add(tokens)
    several = 0
    for one in given:
        if isinstance(one, str):
            prompt.say(one)
            several += 1
        elif isinstance(one, list | tuple):
            prompt.add(sum(type(token) is int for token in one))
            several += 1
        elif isinstance(one, dict):
            prompt.say(one.get("text"))
    return several + (1 if tokens or not several else 0)


def embedding(body: Mapping[str, Any], prompt: Prompt) -> int:
    """The input of an embedding or a moderation."""
    return inputs(body.get("input"), prompt)


def completion(body: Mapping[str, Any], prompt: Prompt) -> int:
    """The prompt of a completion."""
    prompt.say(body.get("suffix"))
    return inputs(body.get("prompt"), prompt)
