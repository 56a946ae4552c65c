"""A call of one of litellm's functions, read as what litellm sends for it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import litellm
from litellm.types.router import GenericLiteLLMParams
from litellm.types.utils import all_litellm_params
from litellm.utils import add_openai_metadata, load_credentials_from_list

from registry.diagnostics import Fix
from registry.integrations.wire import listed
from registry.surfaces import wire

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence
    from typing import TypeAlias

    from registry.catalogue import Catalogue
    from registry.fix import Change
    from registry.surfaces import Wire

    Again: TypeAlias = Callable[[Mapping[str, Any]], Wire]

SURFACE = "litellm"
PROVIDERS = ("openai", "text-completion-openai")
"""litellm's providers that send to the API itself, where no other address is given."""

API = "https://api.openai.com/v1"
ADDRESSES = ("OPENAI_BASE_URL", "OPENAI_API_BASE")
"""The variables that give another."""

DECIDING = frozenset({"allowed_openai_params", "custom_llm_provider", "drop_params", "metadata"})
OWN = frozenset((*all_litellm_params, *GenericLiteLLMParams.model_fields)) - DECIDING
"""What litellm itself keeps back, by its own word, but for what decides what it sends."""


class Call:
    """The arguments of a call, and the request that they become."""

    def __init__(self, given: Mapping[str, Any], sent: Mapping[str, Any], again: Again) -> None:
        self._given = given
        self._sent = sent
        self._again = again
        self._made = again(sent)
        self.body = self._made.body
        self.mode = self._made.endpoint

    def sendable(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """Arguments without those of which litellm, for all it knows, sends nothing or a part."""
        unsent = {one.path[0] for one in self._made.dropped if one.surprising and one.path}
        return {name: value for name, value in given.items() if name not in unsent}

    def fixed(self, changes: Sequence[Change]) -> dict[str, Any] | None:
        """The arguments that send what these changes make of the body; None when no arguments do."""
        sent, made = dict(self._sent), self._made
        for change in changes:
            edits = made.edits(change.edits)
            if edits is None:
                return None
            sent = Fix("", edits).apply(sent)
            made = self._again(sent)
        changed = {name for name in {*sent, *self._sent} if sent.get(name) is not self._sent.get(name)}
        if any(name not in self._given for name in self._sent if name in changed):
            return None  # what was given by its place has no name to change it by
        kept = {name: value for name, value in self._given.items() if name not in changed}
        return kept | {name: sent[name] for name in changed if name in sent}


def call_of(
    given: Mapping[str, Any],
    function: str,
    hosts: Collection[str],
    catalogue: Catalogue,
    day: str,
    trust: str | None,
) -> Call | None:
    """A call read; None for one that goes elsewhere, or that nothing is known about."""
    mode = _mode(function, catalogue)
    if mode is None:
        return None
    sent = _sent(given, mode)
    sent["api_base"] = _address(given, sent)
    if not listed(urlsplit(sent["api_base"]).hostname or "", hosts):
        return None
    base = _base_model(given)

    def again(changed: Mapping[str, Any]) -> Wire:
        named = {**changed, "model": _prefix(changed) + base} if base is not None else changed
        return wire(named, SURFACE, endpoint=mode, catalogue=catalogue, on=day, trust=trust)

    return Call(given, sent, again)


def _mode(function: str, catalogue: Catalogue) -> str | None:
    """The endpoint that a function is named after, as the catalogue has it; None for any other."""
    described = catalogue.surface(SURFACE) or {"calls": {}}
    named = f"{SURFACE}.{function}"
    return next((str(mode) for mode, call in described["calls"].items() if named in call["functions"]), None)


def _sent(given: Mapping[str, Any], mode: str) -> dict[str, Any]:
    """The arguments that are not litellm's own; with those that were given by place, which only its log has."""
    sent = {name: value for name, value in given.items() if name not in OWN}
    log = given.get("litellm_logging_obj")
    if "model" not in sent and log is not None:
        sent["model"] = log.model
    if mode == "chat" and "messages" not in sent and log is not None:
        sent["messages"] = log.messages
    if isinstance(sent.get("metadata"), dict):
        sent["metadata"] = add_openai_metadata(sent["metadata"])  # litellm notes things of its own there
    if litellm.drop_params:
        sent.setdefault("drop_params", True)
    return sent


def _address(given: Mapping[str, Any], sent: Mapping[str, Any]) -> str:
    """The server that a call goes to; empty where that is for litellm's provider to say."""
    known = dict(given)
    load_credentials_from_list(known)  # as litellm does after its hooks
    _, provider, _, address = litellm.get_llm_provider(
        model=str(sent.get("model") or ""),
        custom_llm_provider=known.get("custom_llm_provider"),
        api_base=known.get("api_base") or known.get("base_url"),
    )
    if not address and provider in PROVIDERS:
        address = litellm.api_base or next(filter(None, map(os.environ.get, ADDRESSES)), API)
    return address or ""


def _base_model(given: Mapping[str, Any]) -> str | None:
    """The model that a deployment says it has, whatever it is itself called."""
    noted: Any = given.get("litellm_metadata") or given.get("metadata") or {}
    for where in (given, given.get("model_info"), noted.get("model_info")):
        name = where.get("base_model") if isinstance(where, dict) else None
        if isinstance(name, str) and name:
            return name.rpartition("/")[2]
    return None


def _prefix(sent: Mapping[str, Any]) -> str:
    """What stands before a model's name, and says how it is asked."""
    before, slash, _ = str(sent.get("model") or "").rpartition("/")
    return before + slash
