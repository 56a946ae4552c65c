"""Calls of the official client, each with one mistake; `wrong` says on which line and of which rule."""

import openai
from openai import AsyncOpenAI, OpenAI
from openai import OpenAI as Client

MODEL = "gpt-5.6-soll"
EFFORT = "ultra"
client = OpenAI()
other = Client(api_key="sk-1")
HI = [{"role": "user", "content": "hi"}]

client.responses.create(model=MODEL, input="hi")  # wrong: REQ001
client.responses.create(model="gpt-5.6-sol", input="hi", temprature=1)  # wrong: REQ002
client.chat.completions.create(model="gpt-5.5-pro", messages=HI)  # wrong: REQ003
client.chat.completions.create(model="gpt-5.5", messages=HI, max_tokens=100)  # wrong: REQ004
client.responses.create(model="gpt-5.6-terra", input="hi", temperature=0.2, reasoning={"effort": "high"})  # wrong: REQ006
client.responses.create(model="gpt-5.6-sol", input="hi", reasoning={"effort": EFFORT})  # wrong: REQ007
client.responses.create(model="gpt-5.5-pro", input="hi", reasoning={"effort": "low"})  # wrong: REQ007
client.chat.completions.create(model="gpt-4-32k", messages=HI)  # wrong: REQ009
client.chat.completions.create(model="gpt-5.6-sol")  # wrong: REQ012
client.responses.create(model="gpt-5.6-sol", input="hi", stream="yes")  # wrong: REQ013
client.embeddings.create(model="text-embedding-3-small", input="hi", dimensions=4096)  # wrong: REQ008
client.embeddings.create(model="text-embedding-ada-002", input="hi", dimensions=256)  # wrong: REQ004
client.images.generate(model="gpt-image-2", prompt="a cat", response_format="url")  # wrong: REQ006
client.images.generate(model="gpt-image-2", prompt="a cat", background="transparent", output_format="jpeg")  # wrong: REQ006
client.audio.transcriptions.create(model="gpt-transcribe", file=open("a.wav", "rb"), response_format="srt")  # wrong: REQ007
other.moderations.create(model="omni-moderation-latst", input="hi")  # wrong: REQ001
openai.chat.completions.create(
    model="gpt-5.6-sol",
    messages=[
        {"role": "user", "content": "hi"},
        {"role": "usr", "content": "hi"},  # wrong: REQ007
    ],
)
settings = {"model": "gpt-6-astra", "input": "hi", "reasoning": {"effort": "none"}}  # wrong: REQ007
client.responses.create(**settings)
client.with_options(timeout=3).responses.create(**{**settings, "reasoning": {"effort": "tiny"}})  # wrong: REQ007


def ask(asked: OpenAI, text: str, rest: dict) -> object:
    return asked.chat.completions.create(
        model="gpt-6.1-sol",
        messages=[{"role": "user", "content": text}],
        temperature=0.5,  # wrong: REQ007
        **rest,
    )


class Assistant:
    def __init__(self) -> None:
        self.client = AsyncOpenAI()

    async def answer(self, question: str, effort: str) -> object:
        async with AsyncOpenAI() as fresh:
            await fresh.responses.create(model="gpt-6-sol", input=question, reasoning={"effort": effort}, verbosity="low")  # wrong: REQ014
        return await self.client.responses.create(
            model="gpt-6.1-sol",
            input=question,
            reasoning={"effort": "minimal"},  # wrong: REQ007
        )
