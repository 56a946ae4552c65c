"""Private names: deployments of an overlay, and the model_list of a LiteLLM configuration."""

import pytest

from registry.authoring.bindings import from_model_list, read_model_list
from registry.deployments import bound

CONFIG = """
model_list:
  - model_name: fast
    litellm_params: {model: openai/gpt-5-mini, api_key: os.environ/OPENAI_API_KEY}
  - model_name: deep
    litellm_params: {model: openai/responses/gpt-5-pro}
  - model_name: azure-4o
    litellm_params: &azure {model: azure/my-deployment, api_base: "https://example.com"}
    model_info: {base_model: azure/gpt-4o}
  - model_name: azure-unknown
    litellm_params: *azure
  - model_name: writer
    litellm_params: {model: whisper-1}
    model_info: {mode: audio_transcription}
  - model_name: claude
    litellm_params: {model: anthropic/claude-opus}
  - model_name: fast
    litellm_params: {model: openai/gpt-5-nano}
  - model_name: secret
    litellm_params: {model: os.environ/MODEL}
  - model_name: "openai/*"
    litellm_params: {model: openai/*}
  - {litellm_params: {model: gpt-4o}}
  - broken
"""

DEPLOYMENTS = {
    "fast": {"is": "gpt-5-mini"},
    "deep": {"is": "gpt-5-pro", "mode": "responses"},
    "azure-4o": {"is": "gpt-4o", "provider": "azure"},
    "writer": {"is": "whisper-1", "mode": "transcription"},
    "openai/*": {"is": "*"},
}
SKIPPED = {
    "azure-unknown": "azure calls it by a name of its own: model_info.base_model would say which model it is",
    "claude": "the catalogue knows no model of the name anthropic/claude-opus",
    "secret": "the model is named by a variable, or not at all",
}


@pytest.fixture
def bindings(catalogue, tmp_path):
    path = tmp_path / "config.yaml"
    path.write_text(CONFIG, encoding="utf-8")
    return read_model_list(path, catalogue)


def test_a_model_list(bindings):
    assert bindings.deployments == DEPLOYMENTS
    assert bindings.skipped == SKIPPED


@pytest.mark.parametrize("config", [None, [], {}, {"model_list": None}, {"model_list": [None, {"model_name": 1}]}])
def test_what_is_no_model_list(catalogue, config):
    made = from_model_list(config, catalogue)
    assert (made.deployments, made.skipped) == ({}, {})


def test_a_file_that_is_no_yaml(catalogue, tmp_path):
    path = tmp_path / "config.yaml"
    path.write_text("model_list: [", encoding="utf-8")
    with pytest.raises(ValueError, match=r"config\.yaml"):
        read_model_list(path, catalogue)


def test_an_overlay_of_names(bindings, catalogue):
    from registry.catalogue import Catalogue
    from registry.surfaces import wire

    named = Catalogue(bindings.overlay(), over=catalogue)
    messages = [{"role": "user", "content": "hi"}]
    made = wire({"model": "fast", "messages": messages, "max_tokens": 5}, "litellm", catalogue=named, on="2026-11-24")
    assert made.body == {"model": "gpt-5-mini", "messages": messages, "max_completion_tokens": 5}
    deep = wire({"model": "deep", "messages": messages}, "litellm", catalogue=named, on="2026-11-24")
    assert deep.endpoint == "responses"


NAMES = {
    "fast": {"is": "gpt-5-mini"},
    "openai/gpt-4o": {"is": "gpt-4o"},
    "eu/gpt-4o/large": {"is": "gpt-4o"},
    "eu/x": {"is": "fallback"},
    "other": None,
    "eu/": {"is": "fallback"},
}


@pytest.mark.parametrize(("name", "expected"), NAMES.items())
def test_names_and_patterns_of_names(name, expected):
    deployments = {
        "fast": {"is": "gpt-5-mini"},
        "openai/*": {"is": "*"},
        "eu/*": {"is": "fallback"},
        "eu/gpt-*/large": {"is": "gpt-*"},
    }
    assert bound(name, deployments) == expected
