"""CFG003: a reference to a variable of the environment that the proxy does not read as one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from registry.lint.rules._rule import Flaw, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from registry.lint.rules._rule import Config
    from registry.lint.value import Value

PREFIX = "os.environ/"
NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
LIKE = re.compile(
    r"(?:os\.environ|os/environ|environ/|env/|\$\{?)(?:\.get)?[./\[(:]*['\"]?([A-Z][A-Z0-9_]*)['\"]?[\])}]*"
)
"""Other ways in which people write it."""


@rule("CFG003", "error", fixable=True)
def malformed_variable(config: Config) -> Iterator[Flaw]:
    """A value is meant for a variable of the environment, and is not written as the proxy reads them.

    ## Why
    It reads `os.environ/NAME` and nothing else: any other spelling is sent as the key itself, and answered with 401.

    ## Example
        model_list:
          - {model_name: gpt-5, litellm_params: {model: openai/gpt-5, api_key: os.environ.OPENAI_API_KEY}}

    ## Instead
        model_list:
          - {model_name: gpt-5, litellm_params: {model: openai/gpt-5, api_key: os.environ/OPENAI_API_KEY}}
    """
    for entry in config.entries():
        params = entry.items().get("litellm_params")
        for value in params.items().values() if params is not None else ():
            if isinstance(value.data, str):
                yield from _judged(value, value.data)


def _judged(value: Value, text: str) -> Iterator[Flaw]:
    if text.startswith(PREFIX):
        name = text.removeprefix(PREFIX)
        if not NAME.fullmatch(name):
            yield Flaw(value, f"{name!r} is no name of a variable: letters, digits and _ after {PREFIX}")
        return
    found = LIKE.fullmatch(text)
    if found:
        yield Flaw(
            value,
            f"the proxy reads variables as {PREFIX}{found[1]}, and takes this for the text itself",
            PREFIX + found[1],
        )
