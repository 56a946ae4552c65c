"""A compiled catalogue laid over ours adds what it has, and takes nothing away."""

import json
import os

import pytest

import registry
from registry.authoring.compile import compile_files
from registry.catalogue import ENVIRONMENT, FILE, Catalogue

FACTS = """\
sources:
  ours: {title: Ours, kind: observed, date: 2026-11-01, address: "https://example.com"}
providers:
  openai:
    source: ours
    families:
      house: {modes: [chat], models: {house-1: {}}}
"""


@pytest.fixture
def overlay(tmp_path):
    written = tmp_path / "ours.yaml"
    written.write_text(FACTS, encoding="utf-8")
    path = tmp_path / "ours.jsonl"
    path.write_bytes(compile_files(written, None))
    return path


@pytest.fixture
def both(overlay):
    return Catalogue.load(overlay, over=Catalogue.load(FILE))


def test_a_provider_keeps_the_spellings_that_an_overlay_does_not_repeat(both):
    shipped = Catalogue.load(FILE)
    assert both.header["providers"] == shipped.header["providers"]
    assert [both.resolve(name).id for name in ("openai/gpt-5", "openai/house-1")] == ["gpt-5", "house-1"]


def test_sources_and_meters_are_added(both):
    shipped = Catalogue.load(FILE)
    assert both.header["sources"].keys() - shipped.header["sources"].keys() == {"ours"}
    assert both.header["meters"] == shipped.header["meters"]
    assert both.header["modes"] == shipped.header["modes"]


def test_every_model_of_ours_is_there_as_it_was(both):
    shipped = Catalogue.load(FILE)
    assert set(both.ids()) == {*shipped.ids(), "house-1"}
    assert all(both.line(id_) == shipped.line(id_) for id_ in shipped.ids())


def test_a_request_to_a_model_of_an_overlay_is_judged(both):
    body = {"model": "house-1", "messages": [{"role": "user", "content": "hi"}]}
    assert registry.check(body, on="2026-11-24").ok is False
    assert registry.check(body, on="2026-11-24", catalogue=both).ok is True


def test_an_id_may_be_any_text(tmp_path):
    ids = ["größe x", "a/b", 'say "hi"', "back\\slash"]
    written = tmp_path / "odd.yaml"
    models = ", ".join(f"{json.dumps(id_)}: {{}}" for id_ in ids)
    written.write_text(FACTS.replace("house-1: {}", models), encoding="utf-8")
    odd = Catalogue(compile_files(written, None))
    assert odd.ids() == tuple(sorted(ids))
    assert [odd.by_id(id_, "2026-11-24").id for id_ in ids] == ids


def test_the_environment_names_overlays(overlay, monkeypatch):
    monkeypatch.setattr("registry.catalogue._bundled", None)
    monkeypatch.setenv(ENVIRONMENT, os.pathsep.join([str(overlay), ""]))
    assert registry.model("house-1").family == "house"
    assert registry.model("gpt-5").family == "gpt-5"
