"""Calls for docs/guide/lint.md to read; nobody runs them."""

from litellm import completion
from openai import OpenAI

MODEL = "gpt-5.5-pro"
client = OpenAI()


def summarise(text: str, effort: str, **more: object) -> None:
    """Make calls with what is known here and what is not."""
    client.responses.create(model=MODEL, input=text, reasoning={"effort": "low"})
    client.responses.create(model=MODEL, input=text, reasoning={"effort": effort})
    client.responses.create(model="gpt-5.6-sol", input=text, temprature=0.2)
    completion(model="openai/gpt-4.1-mini", messages=[{"role": "user", "content": text}], **more)
    completion(model="openai/gpt-4-32k", messages=[{"role": "user", "content": text}])  # registry: ignore[REQ009]
