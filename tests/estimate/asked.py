"""Requests of every kind that can be estimated, for the laws to hold over."""

from hypothesis import strategies as st

WORDS = st.text(max_size=60)
URLS = st.sampled_from(
    ["https://example.com/a.png", "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ"]
)
SEEING = ["gpt-4o", "gpt-4o-mini", "gpt-4.1", "gpt-5", "gpt-5-nano", "gpt-5.4"]
"""Models for which it is known how many tokens a picture is."""

NAMES = [*SEEING, "gpt-5.6-luna", "gpt-6-sol"]
CAPS = st.integers(16, 4_000)


def rarely(strategy):
    """Mostly left out."""
    return st.one_of(st.none(), st.none(), strategy)


FUNCTIONS = st.builds(
    lambda name, words: {"name": name, "description": words, "parameters": {"properties": {name: {"type": "string"}}}},
    st.sampled_from(["look_up", "add"]),
    WORDS,
)
FORM = {"name": "answer", "strict": True, "schema": {"type": "object", "properties": {"text": {"type": "string"}}}}
HOSTED = st.sampled_from([{"type": "web_search"}, {"type": "apply_patch"}, {"type": "mcp", "server_label": "a"}])


@st.composite
def chats(draw):
    """A chat completion."""
    parts = st.one_of(
        st.builds(lambda text: {"type": "text", "text": text}, WORDS),
        st.builds(lambda url: {"type": "image_url", "image_url": {"url": url}}, URLS),
    )
    content = st.one_of(WORDS, st.lists(parts, max_size=3))
    roles = st.sampled_from(["system", "user", "assistant"])
    messages = draw(st.lists(st.fixed_dictionaries({"role": roles, "content": content}), min_size=1, max_size=4))
    pictured = any(not isinstance(message["content"], str) for message in messages)
    body = {
        "model": draw(st.sampled_from(SEEING if pictured else NAMES)),
        "messages": messages,
        "max_completion_tokens": draw(rarely(CAPS)),
        "n": draw(rarely(st.integers(1, 4))),
        "tools": [{"type": "function", "function": one} for one in draw(st.lists(FUNCTIONS, max_size=2))],
        "response_format": draw(rarely(st.just({"type": "json_schema", "json_schema": FORM}))),
    }
    return "chat", {name: value for name, value in body.items() if value is not None}


@st.composite
def responses(draw):
    """A response."""
    item = st.one_of(
        st.builds(lambda text: {"role": "user", "content": text}, WORDS),
        st.builds(lambda text: {"type": "function_call", "name": "add", "arguments": text}, WORDS),
        st.builds(lambda text: {"type": "function_call_output", "output": text}, WORDS),
        st.just({"type": "reasoning", "summary": [], "encrypted_content": "gAAAA" * 40}),
    )
    functions = [{"type": "function", **one} for one in draw(st.lists(FUNCTIONS, max_size=2))]
    body = {
        "model": draw(st.sampled_from(NAMES)),
        "input": draw(st.one_of(WORDS, st.lists(item, max_size=4))),
        "instructions": draw(rarely(WORDS)),
        "max_output_tokens": draw(rarely(CAPS)),
        "max_tool_calls": draw(rarely(st.integers(1, 3))),
        "tools": [*functions, *draw(st.lists(HOSTED, max_size=1))],
        "text": draw(rarely(st.just({"format": {"type": "json_schema", **FORM}}))),
        "previous_response_id": draw(rarely(st.just("resp_1"))),
    }
    return "responses", {name: value for name, value in body.items() if value is not None}


@st.composite
def others(draw):
    """A request that is sold otherwise."""
    return draw(
        st.sampled_from(
            [
                ("embedding", {"model": "text-embedding-3-small", "input": ["one", "two"]}),
                ("completion", {"model": "gpt-3.5-turbo-instruct", "prompt": ["one", "two"], "n": 2}),
                ("moderation", {"model": "omni-moderation-latest", "input": "one"}),
                ("speech", {"model": "tts-1", "input": "one", "voice": "alloy"}),
                ("image", {"model": "gpt-image-1", "prompt": "one", "n": 2}),
                ("image", {"model": "dall-e-3", "prompt": "one", "size": "1024x1792", "quality": "hd"}),
                ("video", {"model": "sora-2", "prompt": "one", "seconds": "8"}),
                ("transcription", {"model": "whisper-1", "file": b"OggS" + bytes(10_000)}),
            ]
        )
    )


ASKED = st.one_of(chats(), responses(), others())
"""An endpoint, and a body for it."""
