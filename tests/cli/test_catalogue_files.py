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
