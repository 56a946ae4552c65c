"""Calls that the API takes; none of them may be flagged."""

from openai import AsyncOpenAI, OpenAI
from openai.types.chat import ChatCompletionMessageParam
from openai.types.responses import Response, ResponseInputItemParam

from registry.typed import Gpt5MiniResponsesParams, Gpt5ProReasoningEffort, Gpt51ChatParams, ModelId, litellm, openai

HI = [{"role": "user", "content": "hi"}]
TOOL: dict[str, object] = {"type": "function", "name": "clock", "parameters": {"type": "object", "properties": {}}}
strict = openai(OpenAI())
lenient = openai(OpenAI(), lenient=True)
later = openai(AsyncOpenAI())
llm = litellm(object())
any_llm = litellm(object(), lenient=True)

# efforts, at either endpoint, by alias and by snapshot
strict["gpt-5-pro"].responses.create(input="hi", reasoning={"effort": "high"})
strict["gpt-5-pro-2025-10-06"].responses.create(input="hi", reasoning={"effort": "high", "summary": "auto"})
strict["gpt-5"].responses.create(input="hi", reasoning={"effort": "minimal"})
strict["gpt-5-mini"].chat.completions.create(messages=HI, reasoning_effort="minimal")
strict["gpt-5.1"].responses.create(input="hi", reasoning={"effort": "none"})
strict["gpt-5.1"].chat.completions.create(messages=HI, reasoning_effort="none")
strict["gpt-5.2"].responses.create(input="hi", reasoning={"effort": "xhigh"})
strict["gpt-5.2-pro"].responses.create(input="hi", reasoning={"effort": "xhigh"})
strict["gpt-5.1-codex-max"].responses.create(input="hi", reasoning={"effort": "xhigh"})
strict["o3-mini"].chat.completions.create(messages=HI, reasoning_effort="low")
strict["o4-mini"].responses.create(input="hi", reasoning={"effort": "high"})

# what depends on the rest of a request, and what is left out by writing null
strict["gpt-5.1"].responses.create(input="hi", temperature=0.2)
strict["gpt-5.1"].responses.create(input="hi", temperature=0.2, top_p=0.5, reasoning={"effort": "none"})
strict["gpt-5.2"].chat.completions.create(messages=HI, temperature=0, logprobs=True, top_logprobs=3)
strict["gpt-5"].responses.create(input="hi", temperature=1, top_p=1)
strict["gpt-5"].responses.create(input="hi", reasoning=None, text=None, temperature=None)
strict["gpt-5"].chat.completions.create(messages=HI, stop=None, max_tokens=None)
strict["gpt-4o"].responses.create(input="hi", reasoning={"effort": None})

# sampling and lengths
strict["gpt-4o"].chat.completions.create(messages=HI, temperature=0.2, max_tokens=100, stop=["."], n=2)
strict["gpt-4.1"].responses.create(input="hi", temperature=2, max_output_tokens=100)
strict["gpt-4.1-mini"].chat.completions.create(messages=HI, frequency_penalty=-0.5, presence_penalty=1, seed=7)
strict["gpt-4o-mini"].chat.completions.create(messages=HI, logit_bias={"50256": -100}, user="me")
strict["gpt-5"].chat.completions.create(messages=HI, max_completion_tokens=100)

# verbosity
strict["gpt-5"].responses.create(input="hi", text={"verbosity": "low", "format": {"type": "text"}})
strict["gpt-5-codex"].responses.create(input="hi", text={"verbosity": "medium"})
strict["gpt-5-mini"].chat.completions.create(messages=HI, verbosity="high")

# tools, formats, items, metadata
strict["gpt-5"].responses.create(input="hi", tools=[TOOL], tool_choice="required", parallel_tool_calls=False)
strict["gpt-5"].responses.create(input="hi", tools=[{"type": "web_search"}], tool_choice={"type": "web_search"})
strict["gpt-4o"].chat.completions.create(messages=HI, response_format={"type": "text"})
strict["gpt-4o"].responses.create(input=HI, instructions="Be brief.", metadata={"who": "me"}, store=False)
strict["gpt-5.4"].responses.create(input="hi", include=["reasoning.encrypted_content"], background=True)
strict["gpt-5"].responses.create(input="hi", prompt_cache_key="a", service_tier="flex", truncation="auto")
strict["gpt-5"].responses.create(input="hi", extra_headers={"x-a": "b"}, timeout=3.0, extra_body={"user": "me"})
strict["gpt-4o-search-preview"].chat.completions.create(messages=HI, web_search_options={})
strict["gpt-audio"].chat.completions.create(
    messages=HI, modalities=["text", "audio"], audio={"voice": "alloy", "format": "mp3"}
)

# streams
strict["gpt-5-pro"].responses.create(input="hi", stream=True)
strict["gpt-4o"].chat.completions.create(messages=HI, stream=True, stream_options={"include_usage": True})

# lenient: any name, known or not
lenient["gpt-5-pro"].responses.create(input="hi", reasoning={"effort": "high"})
lenient["ft:gpt-4o-2024-08-06:me::id"].chat.completions.create(messages=HI, temperature=0.2)
lenient["my-deployment"].responses.create(input="hi", reasoning={"effort": "low"})
lenient["my-deployment"].chat.completions.create(messages=HI, reasoning_effort="xhigh", max_tokens=3)

# async
later["gpt-5-pro"].responses.create(input="hi", reasoning={"effort": "high"})

# litellm: its own arguments, its names, its objects in place of words
llm["openai/gpt-5-pro"].completion(messages=HI, reasoning_effort="high", api_base="https://api.openai.com/v1")
llm["openai/responses/gpt-5-pro"].completion(messages=HI, reasoning_effort="high")
llm["gpt-5"].completion(messages=HI, max_tokens=100, num_retries=2, metadata={"tags": ["a"]})
llm["gpt-5.1"].completion(messages=HI, reasoning_effort={"effort": "low"})
llm["gpt-5-codex"].responses(input="hi", text={"verbosity": "medium"})
llm["gpt-4o"].acompletion(messages=HI, temperature=0.2)
any_llm["anthropic/claude-x"].completion(messages=HI, temperature=0.2, thinking={"type": "enabled"})


# What follows is about types alone.


def ask(
    model: str, known: ModelId, items: list[ResponseInputItemParam], said: list[ChatCompletionMessageParam]
) -> None:
    lenient[model].responses.create(input=items)
    strict[known]
    strict["gpt-4o"].chat.completions.create(messages=said)
    answer: Response = strict["gpt-5"].responses.create(input=items)
    strict["gpt-5"].responses.create(input=answer.output)
    print(answer.output_text, strict["gpt-4o"].chat.completions.create(messages=said).choices[0].message.content)
    for event in strict["gpt-5"].responses.create(input="hi", stream=True):
        print(event.type)
    for chunk in strict["gpt-4o"].chat.completions.create(messages=said, stream=True):
        print(chunk.choices[0].delta.content)
    with strict["gpt-5"].responses.create(input="hi", stream=True) as stream:
        print(stream.response.status_code)


async def ask_later() -> None:
    print((await later["gpt-5"].responses.create(input="hi")).output_text)
    async for event in await later["gpt-5"].responses.create(input="hi", stream=True):
        print(event.type)


effort: Gpt5ProReasoningEffort = "high"
body: Gpt5MiniResponsesParams = {"input": "hi", "reasoning": {"effort": "minimal"}}
chat: Gpt51ChatParams = {"messages": HI, "reasoning_effort": "none"}
strict["gpt-5-pro"].responses.create(input="hi", reasoning={"effort": effort})
strict["gpt-5-mini"].responses.create(**body)
strict["gpt-5.1"].chat.completions.create(**chat)
