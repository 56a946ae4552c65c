"""CFG002: a fallback or an alias that leads nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from registry.lint.rules._rule import Flaw, rule
from registry.names import close

if TYPE_CHECKING:
    from collections.abc import Iterator

    from registry.lint.rules._rule import Config
    from registry.lint.value import Value

BLOCKS = ("router_settings", "litellm_settings")
MAPS = ("fallbacks", "context_window_fallbacks", "content_policy_fallbacks")
LISTS = ("default_fallbacks",)


@rule("CFG002", "error", fixable=True)
def absent_route(config: Config) -> Iterator[Flaw]:
    """A fallback or an alias names a model that is no route of this configuration.

    ## Why
    A fallback is looked at when something has failed already; that it leads nowhere shows then.

    ## Example
        model_list:
          - {model_name: gpt-5, litellm_params: {model: openai/gpt-5}}
        router_settings: {fallbacks: [{gpt-5: [gpt-5-mini]}]}

    ## Instead
        model_list:
          - {model_name: gpt-5, litellm_params: {model: openai/gpt-5}}
          - {model_name: gpt-5-mini, litellm_params: {model: openai/gpt-5-mini}}
        router_settings: {fallbacks: [{gpt-5: [gpt-5-mini]}]}
    """
    routes = config.routes()
    if not routes:
        return
    for target in _targets(config):
        if isinstance(target.data, str) and not config.leads(target.data, routes):
            likely = close(target.data, [route for route in routes if "*" not in route], most=1)
            hint = f" Did you mean {likely[0]}?" if likely else ""
            yield Flaw(target, f"no route of this file is called {target.data}.{hint}", likely[0] if likely else None)


def _targets(config: Config) -> Iterator[Value]:
    for alias in config.aliases().values():
        yield alias.items().get("model", alias)
    for block in BLOCKS:
        settings = config.value.items().get(block)
        for name in (*MAPS, *LISTS) if settings is not None else ():
            given = settings.items().get(name) if settings is not None else None
            yield from _named(given, maps=name in MAPS)


def _named(given: Value | None, *, maps: bool) -> Iterator[Value]:
    """The models that a list of fallbacks leads to; what is no name is something else's business."""
    for one in given.data if given is not None and isinstance(given.data, list) else ():
        lists = one.items().values() if maps else ()
        yield from (item for inner in lists if isinstance(inner.data, list) for item in inner.data)
        if not maps:
            yield one
