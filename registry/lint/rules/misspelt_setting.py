"""CFG001: a key that the proxy does not read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from registry.lint.rules._rule import Flaw, rule
from registry.names import close

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from registry.lint.rules._rule import Config
    from registry.lint.value import Value

ALIKE = 0.85
"""How like a known key another must be: what is like none may be a newer version's."""


@rule("CFG001", "error", fixable=True)
def misspelt_setting(config: Config) -> Iterator[Flaw]:
    """A key of the configuration is like one that the proxy reads, and is none.

    ## Why
    The proxy starts without a word, and the setting has no effect: a fallback that is never taken, a route that is not
    there.

    ## Example
        router_settings: {fallback: [{gpt-5: [gpt-5-mini]}]}

    ## Instead
        router_settings: {fallbacks: [{gpt-5: [gpt-5-mini]}]}
    """
    yield from _unknown(config.value, config.keys.get("file", ()))
    for entry in config.entries():
        yield from _unknown(entry, config.keys.get("model_list", ()))
    settings = config.value.items().get("router_settings")
    if settings is not None:
        yield from _unknown(settings, config.keys.get("router_settings", ()))


def _unknown(block: Value, known: Sequence[str]) -> Iterator[Flaw]:
    free = [key for key in known if key not in block.items()]
    for key in block.items():
        likely = close(key, free, most=1, cutoff=ALIKE) if known and key not in known else ()
        if likely and key in block.keys:
            yield Flaw(block.keys[key], f"the proxy reads no {key} here. Did you mean {likely[0]}?", likely[0])
