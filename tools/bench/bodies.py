"""One chat request, valid and with eight errors, and a small one of six parameters."""

from __future__ import annotations

from typing import Any

ENDPOINT = "/v1/chat/completions"
MODEL = "gpt-4o"

VALID: dict[str, Any] = {
    "model": MODEL,
    "messages": [
        {"role": "system", "content": "You are a patient editor. " * 8},
        {"role": "user", "content": "Shorten this paragraph without losing its second argument. " * 3},
        {"role": "assistant", "content": "Which of the two arguments do you count as the second?"},
        {"role": "user", "content": [{"type": "text", "text": "The one about the cost of reading. " * 3}]},
    ],
    "temperature": 0.5,
    "top_p": 0.9,
    "n": 1,
    "stop": ["\n\n"],
    "max_completion_tokens": 512,
    "presence_penalty": 0.1,
    "frequency_penalty": 0.1,
    "seed": 7,
    "response_format": {"type": "text"},
    "logprobs": True,
    "top_logprobs": 3,
    "user": "user-000000",
}

# Fourteen keys again; each error stands alone, so that every checker counts eight.
_PICTURE = {"role": "user", "content": [{"type": "picture", "text": "A harbour"}]}
EIGHT_ERRORS: dict[str, Any] = {name: value for name, value in VALID.items() if name != "user"} | {
    "messages": [*VALID["messages"][:2], {"role": "robot", "content": "Hello"}, _PICTURE],
    "temperature": 3,
    "n": 0,
    "frequency_penalty": "high",
    "seed": "seven",
    "top_logprobs": 30,
    "temprature": 0.5,
}

# The only six that every peer of the six-parameter row knows; one of them spells the last as a bare word.
SIX: dict[str, Any] = {
    "temperature": 0.5,
    "top_p": 0.9,
    "max_tokens": 512,
    "presence_penalty": 0.1,
    "frequency_penalty": 0.1,
    "response_format": {"type": "text"},
}
SIX_AS_WORDS: dict[str, Any] = SIX | {"response_format": "text"}
SIX_BODY: dict[str, Any] = {"model": MODEL, "messages": [{"role": "user", "content": "Hello"}]} | SIX

USAGE = {"prompt_tokens": 1_000, "completion_tokens": 100, "total_tokens": 1_100}
