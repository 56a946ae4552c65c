"""Lengths that differ by model: a bound of `size` may name a limit."""

import pytest

import registry

ON = "2026-05-01"


def prompts(catalogue):
    models = [catalogue.model(name, ON) for name in catalogue.ids()]
    return {model.id: model.limits["prompt_characters"] for model in models if "image" in model.modes}


def refused(model, length):
    report = registry.check({"model": model, "prompt": "é" * length}, endpoint="/v1/images/generations", on=ON)
    return [(found.code, found.path) for found in report.errors]


def test_a_prompt_is_as_long_as_the_model_takes(catalogue):
    limits = prompts(catalogue)
    assert {"dall-e-2": 1_000, "dall-e-3": 4_000, "gpt-image-2": 32_000}.items() <= limits.items()
    assert [name for name, most in limits.items() if refused(name, most)] == []
    longer = {name: refused(name, most + 1) for name, most in limits.items()}
    assert longer == {name: [("REQ017", "prompt")] for name in limits}


@pytest.mark.parametrize(("model", "most"), [("dall-e-2", 1_000), ("gpt-image-2", 32_000)])
def test_the_answer_names_the_limit_and_the_length(model, most):
    report = registry.check({"model": model, "prompt": "x" * (most + 17)}, endpoint="/v1/images/generations", on=ON)
    (found,) = report.errors
    assert found.api == {
        "error": {
            "message": f"Invalid 'prompt': string too long. Expected a string with maximum length {most}, "
            f"but got a string with length {most + 17} instead.",
            "type": "invalid_request_error",
            "param": "prompt",
            "code": "string_above_max_length",
        }
    }
