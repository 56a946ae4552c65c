"""`--catalogue`: compiled files, YAML, and configurations of LiteLLM."""

import pytest

CONFIG = """\
model_list:
  - model_name: quick
    litellm_params: {model: scribe-2-mini}
  - model_name: house
    litellm_params: {model: azure/prod, api_key: os.environ/KEY}
    model_info: {base_model: scribe-2}
  - model_name: foreign
    litellm_params: {model: elsewhere/thing}
"""
OVERLAY = "providers: {}\ndeployments: {quick: {is: scribe-2-mini}, house: {is: scribe-2, provider: azure}}\n"


@pytest.mark.parametrize("written", [CONFIG, OVERLAY], ids=["configuration", "facts"])
def test_yaml_is_laid_over_the_catalogue(run, tmp_path, written):
    (tmp_path / "ours.yaml").write_text(written, encoding="utf-8")
    told = [run("resolve", name, "--catalogue", "ours.yaml").out.splitlines()[1].split() for name in ("quick", "house")]
    assert told == [["is", "scribe-2-mini"], ["is", "scribe-2"]]
    assert run("resolve", "foreign", "--catalogue", "ours.yaml").code == 1


@pytest.mark.parametrize("written", [b"models: 3\n", b"\0\xff: [", b"model_list: [", b""])
def test_what_is_no_catalogue_is_said_at_its_place(run, tmp_path, written):
    (tmp_path / "bad.yaml").write_bytes(written)
    told = run("resolve", "scribe-2", "--catalogue", "bad.yaml")
    assert (told.code, "bad.yaml:" in told.err, told.err.count("bad.yaml:1:1: bad.yaml")) == (2, True, 0)


CITING = """\
sources: {page: {title: A page, kind: official, date: 2026-01-01}}
providers:
  acme:
    source: page
    environment: {key: {name: ACME_KEY, source: nobody}}
    families:
      f:
        modes: [chat]
        models:
          acme-1:
            prices: [{from: 2026-01-01, usd: {input: 1, output: 1}, source: nobody}]
            params:
              temperature: {accepts: [1], source: nobody, disputed: {noone: {accepts: [0, 1]}}}
              reasoning_effort: {accepts: [low], unconfirmed: {nobody: [high]}}
"""
ASKED = ("check", "-m", "acme-1", "--endpoint", "chat", "-p", "temperature=2", "-p", "reasoning_effort=high")


@pytest.mark.usefixtures("_real")
@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("why", "acme-1", "environment"), 0),
        (("why", "acme-1", "temperature"), 0),
        (("why", "acme-1", "temperature", "--json"), 0),
        (("why", "acme-1", "reasoning_effort"), 0),
        (("show", "acme-1"), 0),
        (("show", "acme-1", "--json"), 0),
        (("prices", "acme-1"), 0),
        (("cost", "-m", "acme-1", "-u", "input=3"), 0),
        (ASKED, 1),
        ((*ASKED, "--format", "json"), 1),
    ],
)
def test_an_overlay_may_cite_what_it_does_not_declare(run, tmp_path, words, code):
    (tmp_path / "ours.yaml").write_text(CITING, encoding="utf-8")
    told = run(*words, "--catalogue", "ours.yaml")
    assert (told.code, told.err) == (code, "")
    assert "not declared by the catalogue" in told.out or "nobody (unknown)" in told.out


@pytest.mark.usefixtures("_real")
def test_a_claim_of_nobody_is_told_without_a_date(run, tmp_path):
    (tmp_path / "ours.yaml").write_text(CITING, encoding="utf-8")
    assert " noone says otherwise: 0 or 1." in run(*ASKED, "--catalogue", "ours.yaml").out
