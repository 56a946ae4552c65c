"""What the tests of guards share: the probes, and the day and the host that they are about."""

from pathlib import Path

import yaml

ON = "2026-06-01"
"""All models of the probes are served on this day, but the one that is to be retired."""

TRUSTED = "litellm-docs"
HOSTS = ("127.0.0.1",)
HI = [{"role": "user", "content": "hi"}]


def probes():
    return yaml.safe_load(Path(__file__).with_name("probes.yaml").read_text(encoding="utf-8"))


def bad(*, disputed):
    """The probes that are refused: those that all sources refuse, or those that only one does."""
    return [one for one in probes() if one["id"].startswith("P") and one.get("disputed", False) == disputed]


def good():
    return [one for one in probes() if one["id"].startswith("C")]


def id_of(probe):
    return probe["id"]
