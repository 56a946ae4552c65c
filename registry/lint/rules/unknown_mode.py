"""CFG004: a mode that is none of LiteLLM's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from registry.lint.rules._rule import Flaw, rule
from registry.names import close

if TYPE_CHECKING:
    from collections.abc import Iterator

    from registry.lint.rules._rule import Config


@rule("CFG004", "warning", fixable=True)
def unknown_mode(config: Config) -> Iterator[Flaw]:
    """`model_info.mode` is a word that LiteLLM has no mode for.

    ## Why
    The mode says which endpoint a health check calls, and which requests a route is for; a word that is none is taken
    for chat.

    ## Example
        model_list:
          - {model_name: words, litellm_params: {model: openai/text-embedding-3-small}, model_info: {mode: embeddings}}

    ## Instead
        model_list:
          - {model_name: words, litellm_params: {model: openai/text-embedding-3-small}, model_info: {mode: embedding}}
    """
    known = config.keys.get("modes", ())
    for entry in config.entries():
        info = entry.items().get("model_info")
        mode = info.items().get("mode") if info is not None else None
        if mode is None or not isinstance(mode.data, str) or not known or mode.data in known:
            continue
        likely = close(mode.data, known, most=1, cutoff=0.8)
        if likely:
            yield Flaw(mode, f"LiteLLM has no mode {mode.data}. Did you mean {likely[0]}?", likely[0])
