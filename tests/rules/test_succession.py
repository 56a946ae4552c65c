"""What to move to from a model that goes or is gone: never to one that is gone itself."""

import json

import pytest

import registry
from registry.catalogue import Catalogue, bundled
from registry.succession import succession

DAYS = ["2024-06-01", "2026-01-01", "2026-11-24", "2027-06-01", "2029-01-01"]
TRUSTED = [None, "litellm-docs"]
each_day = pytest.mark.parametrize("on", DAYS)

# Laws.


@each_day
@pytest.mark.parametrize("trust", TRUSTED)
def test_nobody_is_sent_to_a_model_that_is_gone(on, trust):
    for id_ in bundled().ids():
        found = succession(bundled(), bundled().by_id(id_, on, trust))
        known = bundled().find(found.name) if found.name else None
        assert known is None or bundled().by_id(known.id, on, trust).status != "retired", id_


@each_day
def test_what_the_provider_named_stands_while_it_lives(on):
    for model in registry.models(on=on):
        named = model.lifecycle.get("replacement")
        found = succession(bundled(), model)
        known = bundled().find(named) if named else None
        if known is not None and bundled().by_id(known.id, on).status == "retired":
            assert found.gone[0].id == known.id
        else:
            assert (found.gone, found.name) == ((), named)


@each_day
def test_a_message_and_its_fix_name_the_same_model(on):
    for model in registry.models(on=on):
        for mode in model.modes or ():
            report = registry.check({"model": model.id}, endpoint=mode, on=on)
            said = [one for one in (*report.errors, *report.warnings) if one.code in ("REQ009", "REQ010")]
            for one in said:
                name = succession(bundled(), model).name
                assert one.message.endswith(f" Move to {name}." if name else one.message[-1])
                assert [fix.edits[0]["value"] for fix in one.fixes] in ([], [name])


# Examples.


def catalogue(**models):
    """A catalogue of models by their lifecycles."""
    header = {
        "catalogue": 1,
        "sources": {"page": {"title": "A page", "kind": "official", "date": "2026-01-01"}},
        "meters": {},
        "providers": {"acme": {}},
        "modes": {},
    }
    lines = [
        {"id": id_, "provider": "acme", "family": "f", "source": "page", "modes": ["talk"], "lifecycle": days}
        for id_, days in sorted(models.items())
    ]
    return Catalogue("".join(json.dumps(line, separators=(",", ":")) + "\n" for line in (header, *lines)).encode())


A, B, C = ({"shutdown": f"2026-0{month}-01"} for month in (1, 2, 3))


@pytest.mark.parametrize(
    ("models", "said"),
    [
        ({"a": A}, ""),
        ({"a": {**A, "replacement": "b"}, "b": {}}, " Move to b."),
        ({"a": {**A, "replacement": "b"}, "b": {"shutdown": "2026-06-02"}}, " Move to b."),
        (
            {"a": {**A, "replacement": "b"}, "b": {**B, "replacement": "c"}, "c": {}},
            " What was named in its place was shut down too: b on 2026-02-01. Move to c.",
        ),
        (
            {"a": {**A, "replacement": "b"}, "b": {**B, "replacement": "c"}, "c": {**C, "replacement": "d"}, "d": {}},
            " What was named in its place was shut down too: b on 2026-02-01 and c on 2026-03-01. Move to d.",
        ),
        (
            {"a": {**A, "replacement": "b"}, "b": B},
            " What was named in its place was shut down too: b on 2026-02-01.",
        ),
        # Nobody finds the way out of a circle.
        (
            {"a": {**A, "replacement": "b"}, "b": {**B, "replacement": "a"}},
            " What was named in its place was shut down too: b on 2026-02-01.",
        ),
        ({"a": {**A, "replacement": "a"}}, ""),
        ({"a": {**A, "replacement": "something of your choice"}}, " Move to something of your choice."),
        (
            {"a": {**A, "replacement": [{"is": "b"}, {"from": "2026-05-01", "is": "c"}]}, "b": B, "c": {}},
            " Move to c.",
        ),
    ],
)
def test_in_words(models, said):
    acme = catalogue(**models)
    assert str(succession(acme, acme.by_id("a", "2026-06-01"))) == said


def test_as_of_the_day():
    acme = catalogue(a={**A, "replacement": "b"}, b={**B, "replacement": "c"}, c={})
    told = [repr(succession(acme, acme.by_id("a", on))) for on in ("2026-01-31", "2026-02-01")]
    assert told == ["<b>", "<b → c>"]


def test_the_fix_is_what_the_message_says():
    (error,) = registry.check(
        {"model": "gpt-3.5-turbo-0613", "messages": [{"role": "user", "content": "hi"}]}, endpoint="chat", on=DAYS[2]
    ).errors
    assert error.message == (
        "gpt-3.5-turbo-0613 was shut down on 2024-09-13. What was named in its place was shut down too: "
        "gpt-3.5-turbo on 2026-10-23. Move to gpt-5.6-terra."
    )
    assert [fix.title for fix in error.fixes] == ["set model to 'gpt-5.6-terra'"]
