"""Calls that the API takes, or of which nobody can say from here that it does not."""

import os
from unittest import mock

import openai
import pytest
from groq import Groq
from openai import AsyncAzureOpenAI, AzureOpenAI, OpenAI

client = OpenAI()
MODEL = "gpt-5.6-sol"
HI = [{"role": "user", "content": "hi"}]
TOOLS = [{"type": "function", "function": {"name": "look", "parameters": {"type": "object", "properties": {}}}}]

client.responses.create(model=MODEL, input="hi")  # fine
client.responses.create(model=MODEL, input="hi", reasoning={"effort": "max"})  # fine
client.responses.create(model="gpt-5.6-terra", input="hi", temperature=0.2, reasoning={"effort": "none"})  # fine
client.chat.completions.create(model=MODEL, messages=HI, max_completion_tokens=100)  # fine
client.chat.completions.create(model=MODEL, messages=HI, timeout=3, extra_headers={"X-Id": "1"})  # fine
client.chat.completions.create(model=MODEL, messages=HI, extra_body={"new_thing": 1})  # fine
client.embeddings.create(model="text-embedding-3-large", input=["a", "b"], dimensions=3_000 + 72)  # fine
client.images.generate(model="gpt-image-2", prompt="a cat", size="1024x1024", quality="high")  # fine
client.audio.transcriptions.create(model="gpt-transcribe", file=("a.wav", b"...", "audio/wav"))  # fine
client.moderations.create(input="hi")  # fine
openai.responses.create(model=MODEL, input="hi")  # fine

# Unknown, and so nothing to say.
client.responses.create(model=os.environ["MODEL"], input="hi", reasoning={"effort": "max"})  # fine
client.responses.create(model="gpt-5.6-terra", input="hi", temperature=0.2, reasoning={"effort": os.environ["E"]})  # fine
client.responses.create(model="gpt-5.6-terra", input="hi", temperature=0.2, **os.environ)  # fine
client.chat.completions.create(**{"model": MODEL, **os.environ})  # fine
client.chat.completions.create(model=MODEL, messages=HI, tools=[*TOOLS, *TOOLS], parallel_tool_calls=False)  # fine
client.responses.create(model=MODEL, input=input(), text={"format": {"type": "json_object"}})  # fine
client.responses.create(model="gpt-9-sol", input="hi")  # fine
client.responses.create(model="gpt-5.6-sol-next", input="hi")  # fine
client.chat.completions.create(model="deepseek-chat", messages=HI, max_tokens=3, thinking=True)  # fine

# Somebody else's.
OpenAI(base_url="http://localhost:8000/v1").chat.completions.create(model="gpt-4-32k", messages=HI)  # fine
AzureOpenAI().chat.completions.create(model="gpt-4-32k", messages=HI)  # fine
AsyncAzureOpenAI().chat.completions.create(model="my-deployment", messages=HI)  # fine
Groq().chat.completions.create(model="gpt-4-32k", messages=HI)  # fine
client.with_options(base_url="http://localhost").chat.completions.create(model="gpt-4-32k", messages=HI)  # fine
mock.Mock().chat.completions.create(model="gpt-4-32k", messages=HI)  # fine

# Changed on the way.
settings = {"model": "gpt-4-32k", "input": "hi"}
settings["model"] = MODEL
client.responses.create(**settings)  # fine
effort = "none"
for effort in ("low", "high"):
    client.responses.create(model="gpt-6-astra", input="hi", reasoning={"effort": effort})  # fine
messages = [{"role": "usr", "content": "hi"}]
messages[0]["role"] = "user"
client.chat.completions.create(model=MODEL, messages=messages)  # fine

# Refused, and that is the point.
with pytest.raises(openai.BadRequestError):
    client.responses.create(model=MODEL, input="hi", reasoning={"effort": "ultra"})  # fine
client.responses.create(model="gpt-4-32k", input="hi")  # registry: ignore[REQ009] until=2027-01-31 fine: moves in January


class Wrapped:
    def __init__(self, client: OpenAI | None = None) -> None:
        self.client = client or OpenAI()

    def ask(self, text: str) -> object:
        return self.client.responses.create(model="gpt-4-32k", input=text)  # fine


def test_with_a_client_of_a_fixture(client: OpenAI) -> None:
    client.chat.completions.create(model="some-model", max_tokens=-1, messages=[])  # fine


def ask(model: str = "gpt-4-32k") -> object:
    return client.responses.create(model=model, input="hi")  # fine
