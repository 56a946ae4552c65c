"""Calls by stubs of somebody's own: a part of the models, and a private name; `wrong` lines have to be flagged."""

from llm import BardProResponsesParams, ModelId, litellm, openai
from openai import OpenAI

HI = [{"role": "user", "content": "hi"}]
strict = openai(OpenAI())
lenient = openai(OpenAI(), lenient=True)
llm = litellm(object())

strict["bard"].chat.completions.create(messages=HI, reasoning_effort="low")
strict["bard"].chat.completions.create(messages=HI, reasoning_effort="none")  # wrong
strict["house"].responses.create(input="hi", reasoning={"effort": "high"})
strict["house"].responses.create(input="hi", reasoning={"effort": "low"})  # wrong
strict["house"].chat.completions.create(messages=HI)  # wrong
strict["clerk"].chat.completions.create(messages=HI)  # wrong
lenient["clerk"].chat.completions.create(messages=HI, temperature=0.5)
lenient["house"].responses.create(input="hi", stream=True)  # wrong
llm["acme/bard"].completion(messages=HI, reasoning_effort="low", stop=["."])
llm["house"].completion(messages=HI, reasoning_effort="low")  # wrong
body: BardProResponsesParams = {"input": "hi", "temperature": 1}
name: ModelId = "house"
