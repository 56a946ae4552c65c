"""How long and how many: bounds that a model's limit names, items of one kind, and what is a file at all."""

import pytest
from jsonschema import Draft202012Validator

import registry
from registry.generate.schemas.model import model_schema

ON = "2026-05-01"


def prompts(catalogue):
    models = [catalogue.model(name, ON) for name in catalogue.ids()]
    return {model.id: model.limits["prompt_characters"] for model in models if "image" in model.modes}


def errors(endpoint, body):
    return registry.check(body, endpoint=endpoint, on=ON).errors


def answered(found, *keys):
    return tuple(found.api["error"][key] for key in keys)


def refused(model, length):
    found = errors("/v1/images/generations", {"model": model, "prompt": "é" * length})
    return [(error.code, error.path) for error in found]


def test_a_prompt_is_as_long_as_the_model_takes(catalogue):
    limits = prompts(catalogue)
    assert {"dall-e-2": 1_000, "dall-e-3": 4_000, "gpt-image-2": 32_000}.items() <= limits.items()
    assert [name for name, most in limits.items() if refused(name, most)] == []
    longer = {name: refused(name, most + 1) for name, most in limits.items()}
    assert longer == {name: [("REQ017", "prompt")] for name in limits}


@pytest.mark.parametrize(("model", "most"), [("dall-e-2", 1_000), ("gpt-image-2", 32_000)])
def test_the_answer_names_the_limit_and_the_length(model, most):
    (found,) = errors("/v1/images/generations", {"model": model, "prompt": "x" * (most + 17)})
    assert found.api == {
        "error": {
            "message": f"Invalid 'prompt': string too long. Expected a string with maximum length {most}, "
            f"but got a string with length {most + 17} instead.",
            "type": "invalid_request_error",
            "param": "prompt",
            "code": "string_above_max_length",
        }
    }


def pictures(count):
    return [{"type": "text", "text": "x"}, *[{"type": "image_url", "image_url": {"url": "https://x.y/z.png"}}] * count]


@pytest.mark.parametrize("count", [0, 1, 2, 3])
def test_a_moderation_looks_at_one_picture(count):
    found = errors("/v1/moderations", {"model": "omni-moderation-latest", "input": pictures(count)})
    said = [("too_many_images", f"Number of images ({count}) exceeds maximum of 1")]
    assert [answered(error, "code", "message") for error in found] == (said if count > 1 else [])


@pytest.mark.parametrize("given", ["https://x.y/z.png", "data:image/png;base64,AAAA"])
def test_an_address_is_no_file(given):
    found = errors("/v1/images/edits", {"model": "gpt-image-2", "prompt": "x", "image": given})
    assert [answered(error, "param", "code") for error in found] == [("image", "invalid_type")]
    assert errors("/v1/images/edits", {"model": "gpt-image-2", "prompt": "x", "image": "pictures/z.png"}) == ()


@pytest.mark.parametrize("count", [0, 1, 2])
def test_a_schema_counts_the_pictures_of_a_moderation_too(catalogue, count):
    validator = Draft202012Validator(model_schema(catalogue, "omni-moderation-latest", "moderation", ON))
    body = {"model": "omni-moderation-latest", "input": ["x", "y", *pictures(count)]}
    assert validator.is_valid(body) == (count < 2) == (errors("/v1/moderations", body) == ())
