"""Private names of models: `deployments:` of an overlay, or the `model_list` of a LiteLLM configuration."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import yaml
from pydantic import Field

from registry.authoring.terms import OMITTED, Name, Strict

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from registry.catalogue import Catalogue

SURFACE = "litellm"
MODEL_LIST = re.compile(r"^model_list\s*:", re.MULTILINE)
"""The key that no file of facts has."""

BY_VARIABLE = "os.environ/"
OTHER_HOSTS = ("azure", "azure_ai")
"""Providers that serve the same models under names of their customers."""

MODES = {
    "audio_speech": "speech",
    "audio_transcription": "transcription",
    "image_generation": "image",
    "video_generation": "video",
}
"""Endpoints as LiteLLM's `model_info.mode` calls them, where we call them otherwise."""


class Deployment(Strict):
    """What a private name stands for."""

    is_: Name = Field(alias="is")
    """The model, by any spelling of its name; with `*` where the private name has one."""
    provider: Name = OMITTED
    """Who serves it, where that is not the model's own provider."""
    mode: Name = OMITTED
    """The endpoint that the name chooses."""
    note: str = OMITTED
    """What no other key says, for people."""


class Bindings:
    """Private names and what they stand for; and the names that could not be bound, and why."""

    __slots__ = ("deployments", "skipped")

    def __init__(self) -> None:
        self.deployments: dict[str, dict[str, str]] = {}
        self.skipped: dict[str, str] = {}

    def overlay(self, form: int = 1) -> bytes:
        """A compiled catalogue with these names alone, to lay over another."""
        header = {"catalogue": form, "deployments": self.deployments}
        return (json.dumps(header, ensure_ascii=True, separators=(",", ":"), sort_keys=False) + "\n").encode()

    def __repr__(self) -> str:
        return f"<{len(self.deployments)} deployments, {len(self.skipped)} skipped>"


def is_configuration(path: Path) -> bool:
    """Whether a file is a configuration of LiteLLM, and not one of facts. Raises OSError."""
    return MODEL_LIST.search(path.read_text(encoding="utf-8", errors="replace")) is not None


def read_model_list(path: Path, catalogue: Catalogue) -> Bindings:
    """The `model_list` of a LiteLLM configuration file. Raises OSError, and ValueError when it is no YAML."""
    try:
        return from_model_list(yaml.safe_load(path.read_text(encoding="utf-8")), catalogue)
    except yaml.YAMLError as error:
        raise ValueError(f"{path}: {error}") from None


def from_model_list(config: Any, catalogue: Catalogue) -> Bindings:  # noqa: ANN401 - YAML
    """The names of a LiteLLM configuration, bound to models that the catalogue knows.

    Of several deployments under one name the first that can be bound counts. What is served by someone whose models
    the catalogue does not know, or named by a variable, is skipped, and says so.
    """
    made = Bindings()
    for entry in _entries(config):
        name = entry["model_name"]
        if name in made.deployments:
            continue
        found = _deployment(entry, catalogue)
        if isinstance(found, str):
            made.skipped[name] = found
        else:
            made.deployments[name] = found
            made.skipped.pop(name, None)
    return made


def _entries(config: Any) -> Iterable[dict[str, Any]]:  # noqa: ANN401 - YAML
    listed = config.get("model_list") if isinstance(config, dict) else None
    for entry in listed if isinstance(listed, list) else ():
        if isinstance(entry, dict) and isinstance(entry.get("model_name"), str):
            yield entry


def _deployment(entry: Mapping[str, Any], catalogue: Catalogue) -> dict[str, str] | str:
    """What an entry binds its name to; or why it can't be said."""
    params, info = _block(entry, "litellm_params"), _block(entry, "model_info")
    model, base = params.get("model"), info.get("base_model") or params.get("base_model")
    if not isinstance(model, str) or model.startswith(BY_VARIABLE):
        return "the model is named by a variable, or not at all"
    host = _host(model)
    named, mode = _spelled(base if isinstance(base, str) else model, catalogue)
    if host in OTHER_HOSTS and not isinstance(base, str):
        return f"{host} calls it by a name of its own: model_info.base_model would say which model it is"
    if "*" not in named and catalogue.find(named) is None:
        return f"the catalogue knows no model of the name {named}"
    said = info.get("mode")
    chosen = mode or (MODES.get(said, said) if isinstance(said, str) else "")
    provider = {"provider": host} if host in OTHER_HOSTS else {}
    return {"is": named, **provider, **({"mode": chosen} if chosen in catalogue.header["modes"] else {})}


def _block(entry: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    block = entry.get(key)
    return block if isinstance(block, dict) else {}


def _host(model: str) -> str:
    begin, slash, _ = model.partition("/")
    return begin if slash else ""


def _spelled(name: str, catalogue: Catalogue) -> tuple[str, str | None]:
    """A name without the prefix that LiteLLM knows, and the endpoint that the prefix chooses."""
    rules = [rule for provider in catalogue.header["providers"].values() for rule in provider.get("names", ())]
    ours = [rule for rule in rules if rule.get("surface") == SURFACE and name.startswith(rule["prefix"])]
    if ours:
        rule = max(ours, key=lambda rule: len(rule["prefix"]))
        return name[len(rule["prefix"]) :], rule.get("mode")
    return (name.partition("/")[2], None) if _host(name) in OTHER_HOSTS else (name, None)
