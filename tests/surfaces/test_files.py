"""data/surfaces/*.yaml: strict, and about things that exist."""

import pytest

from registry.authoring import surfaces
from registry.authoring.schema import judge
from registry.authoring.source import read
from registry.surfaces import SURFACES


def test_the_files_have_no_mistakes(described):
    assert [str(mistake) for document in described for mistake in document.mistakes] == []


def test_there_is_one_a_surface(described):
    assert sorted(document.value["surface"] for document in described) == sorted(SURFACES)


def test_they_speak_of_endpoints_that_there_are(described, catalogue):
    modes = set(catalogue.header["modes"])
    spoken = {mode for document in described for mode in document.value["calls"]}
    spoken |= {
        bridge["to"]
        for document in described
        for call in document.value["calls"].values()
        for bridge in call.get("bridges") or ()
    }
    assert spoken - modes == set()


def test_a_function_stands_for_one_endpoint(described):
    for document in described:
        functions = [name for call in document.value["calls"].values() for name in call["functions"]]
        assert len(functions) == len(set(functions))


MISTAKES = {
    "surface: x\nsource: y\nown: []\ncalls: {chat: {functions: [], sents: [a]}}\n": [
        "4:31: CAT004 sents is no key of this block: did you mean sends?"
    ],
    "surface: x\nsource: y\nown: []\ncalls: {chat: {functions: [], others: kept}}\n": [
        "4:39: CAT005 kept is none of sent, dropped"
    ],
    "surface: x\nsource: y\ncalls: {}\n": ["1:1: CAT005 own is missing in this block"],
    "surface: x\nsource: y\nown: []\ncalls: {chat: {functions: [], treats: [{lets: {n: 0-2}}]}}\n": [
        "4:51: CAT005 '0-2' is none of the five forms: [a, b], 0..2, anything, ignored, never"
    ],
}


@pytest.mark.parametrize(("text", "expected"), MISTAKES.items())
def test_mistakes(text, expected):
    document = read(text)
    judge(document, surfaces.Surface)
    assert [str(mistake) for mistake in document.mistakes] == expected
