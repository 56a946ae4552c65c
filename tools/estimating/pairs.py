"""Recorded pairs of a request and what the API counted."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

import recorded

from registry.catalogue import bundled
from registry.cost import cost
from registry.diagnostics import UnknownModel
from registry.estimate import estimate

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from registry.quote import Estimate

HALVES = ("fit", "report", "all")
PARTS = ("image_url", "input_image", "input_audio", "input_file")


class Pair:
    """A request, and the tokens that the API counted."""

    def __init__(self, line: dict[str, Any]) -> None:
        usage = line["usage"]
        self.body: dict[str, Any] = {**line["body"], "model": known(line.get("response_model"), line["body"]["model"])}
        self.endpoint: str = line["endpoint"]
        self.on: str = line["on"]
        self.tier: str | None = line.get("service_tier")
        self.usage = usage
        self.sent: int = usage.get("prompt_tokens", usage.get("input_tokens"))
        self.recorded_by = "/".join(line.get("source", "").split("/")[1:3])

    @property
    def half(self) -> str:
        """Which half of the pairs it belongs to: all that one repository recorded belong to one."""
        return HALVES[hashlib.sha256(self.recorded_by.encode()).digest()[0] % 2]

    def estimate(self) -> Estimate:
        """What is estimated. Raises NoPrice, UnknownModel."""
        return estimate(self.body, endpoint=self.endpoint, on=self.on, tier=self.tier)

    def paid(self, guess: Estimate) -> bool:
        """Whether what it came to lies between the least and the most."""
        came_to = cost(self.body["model"], usage=self.usage, on=self.on, tier=self.tier).total
        return guess.least <= came_to <= guess.most

    def holds(self) -> str:
        """What its request has beside words."""
        written = json.dumps(self.body)
        kinds = {tool.get("type") for tool in self.body.get("tools") or ()}
        if kinds - {"function", None}:
            return "with other tools"
        if any(f'"type": "{part}"' in written for part in PARTS):
            return "with pictures, sounds, files"
        if kinds or "json_schema" in written:
            return "with functions or a schema"
        return "words alone"

    def family(self) -> str:
        """The family of its model. Raises UnknownModel."""
        return bundled().model(self.body["model"], self.on).family


def known(answered: str | None, asked: str) -> str:
    """The model that answered, where its name is known; else the one that was asked."""
    try:
        return bundled().resolve(answered or asked).name
    except UnknownModel:
        return asked


def read(path: Path) -> Iterator[Pair]:
    """The recorded pairs."""
    return map(Pair, recorded.lines(path))
