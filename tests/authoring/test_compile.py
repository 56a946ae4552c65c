"""The compiled file: the same bytes for the same facts, whatever their layout; or every mistake at once."""

import json

import pytest

from registry.authoring.compile import BadFacts, compile_files
from registry.authoring.lint import repair
from registry.catalogue import Catalogue

DAY = "2026-11-24"


@pytest.fixture
def compiled(five_models, shapes):
    return compile_files(five_models, shapes)


def test_the_header_is_first_then_shapes_then_models_by_id(compiled):
    lines = [json.loads(line) for line in compiled.splitlines()]
    assert [next(iter(line.items())) for line in lines] == [
        ("catalogue", 1),
        ("shape", "paint"),
        ("shape", "talk"),
        ("id", "scribe-1"),
        ("id", "scribe-2"),
        ("id", "scribe-2-2025-02-01"),
        ("id", "scribe-2-2026-02-01"),
        ("id", "scribe-2-mini"),
        ("id", "sketch-0"),
        ("id", "sketch-1"),
    ]
    assert compiled.endswith(b"\n")
    assert compiled.isascii()


def test_twice_the_same_facts_are_twice_the_same_bytes(compiled, five_models, shapes):
    assert compile_files(five_models, shapes) == compiled


def test_layout_says_nothing(tmp_path, compiled, five_models, shapes):
    text = five_models.read_text()
    path = tmp_path / "models.yaml"
    path.write_text(
        "\n" + text.replace("{when:", "{ when:  ").replace("\n", "   # so it is\n\n").replace("16_000", "16000")
    )
    assert compile_files(path, shapes) == compiled


REDUNDANT = {
    "of a family": (
        "        source: {params: acme-answers}",
        "        source: {params: acme-answers, default: acme-docs}",
    ),
    "of a model": ("          scribe-2-mini:\n", "          scribe-2-mini:\n            knowledge: 2024-06-30\n"),
    "of a parameter": (
        "              tools: never\n",
        "              tools: never\n              seed: {accepts: ignored}\n",
    ),
    "of a snapshot": (
        "              scribe-2-2026-02-01:\n",
        (
            "              scribe-2-2026-02-01:\n"
            "                modes: [talk, paint]\n"
            "                params: {input: [text, image]}\n"
        ),
    ),
    "in braces": (
        "scribe-2-2025-02-01: {lifecycle: {",
        "scribe-2-2025-02-01: {limits: {context: 100_000}, lifecycle: {released: 2025-02-01, ",
    ),
}


@pytest.mark.parametrize(("old", "new"), REDUNDANT.values(), ids=REDUNDANT)
def test_a_redundant_fact_changes_nothing_and_neither_does_its_removal(
    tmp_path, compiled, five_models, shapes, old, new
):
    text = five_models.read_text()
    assert text.count(old) == 1
    path = tmp_path / "models.yaml"
    path.write_text(text.replace(old, new))
    assert compile_files(path, shapes) == compiled
    assert {finding.code for finding in repair(path, shapes, on=DAY)} <= {"CAT007"}
    assert compile_files(path, shapes) == compiled


def test_the_place_of_a_block_among_its_siblings_says_nothing(tmp_path, compiled, five_models, shapes):
    text = five_models.read_text()
    at, end = text.index("          sketch-0:"), text.index("          sketch-1:")
    path = tmp_path / "models.yaml"
    path.write_text(text[:at] + text[end:].rstrip("\n") + "\n" + text[at:end])
    assert compile_files(path, shapes) == compiled


def test_what_was_compiled_is_a_catalogue(compiled):
    catalogue = Catalogue(compiled)
    model = catalogue.model("acme/scribe-2", "2025-12-31")
    assert (model.id, model.snapshot, model.modes, model.knowledge, model.limits) == (
        "scribe-2",
        "scribe-2-2025-02-01",
        ("talk", "paint"),
        "2024-06-30",
        {"context": 100_000, "output": 8_000},
    )
    assert catalogue.model("scribe-2", "2026-02-01").limits == {"context": 100_000, "output": 16_000}
    assert catalogue.model("ft:scribe-2-2026-02-01:me::x", DAY).prices == [
        {"from": "2025-06-01", "usd": {"input": "3", "output": "12"}}
    ]
    efforts = catalogue.model("scribe-2", DAY, trust="proxy-docs").parameter("reasoning_effort", "talk")
    assert efforts is not None
    assert (str(efforts.accepts), efforts.default, efforts.source) == ("[low, high]", "high", "proxy-docs")


def test_bad_facts_are_every_mistake_at_once(tmp_path, framed):
    folder = tmp_path / "shapes"
    folder.mkdir()
    (folder / "m.yaml").write_text("mode: m\npath: /m\nbody: {}\n")
    path = tmp_path / "models.yaml"
    path.write_text(framed("limit: {}\nmodels: {a: {limits: {x: -1}}}\n"))
    with pytest.raises(BadFacts) as raised:
        compile_files(path, folder)
    assert str(raised.value).splitlines() == [
        f"{path}:16:9: CAT004 limit is no key of this block: did you mean limits?",
        f"{path}:17:34: CAT005 a limit is not negative",
        f"{folder / 'm.yaml'}:1:1: CAT005 source is missing in this block",
    ]
