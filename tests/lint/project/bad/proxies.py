"""Calls through LiteLLM, each with one mistake."""

import asyncio

import litellm
from litellm import acompletion, completion as complete, embedding

HI = [{"role": "user", "content": "hi"}]

complete("gpt-5.6-soll", HI)  # wrong: REQ001
complete(model="openai/gpt-4-32k", messages=HI)  # wrong: REQ009
complete(model="openai/gpt-5.5-pro", messages=HI, reasoning_effort="minimal")  # wrong: REQ007
litellm.completion(model="gpt-6.1-sol", messages=HI, temperature=0.3)  # wrong: REQ007
litellm.completion(model="gpt-5.6-sol", messages=HI, reasoning_effort="ultra")  # wrong: REQ007
litellm.completion("gpt-5.6-sol", [{"role": "usr", "content": "hi"}])  # wrong: REQ007
litellm.responses(model="gpt-5.5-pro", input="hi", reasoning={"effort": "low"})  # wrong: REQ007
embedding(model="text-embedding-3-large", input=["hi"], dimensions=5000)  # wrong: REQ008
litellm.image_generation(model="gpt-image-2", prompt="a cat", quality="hd")  # wrong: REQ007


async def main() -> None:
    await acompletion(model="gpt-3.5-turbo-0301", messages=HI)  # wrong: REQ009


asyncio.run(main())
