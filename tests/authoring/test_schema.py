"""The shape of what people write: every key known, every value of its form, each mistake once and at its place."""

import pytest

from registry.authoring.schema import judge
from registry.authoring.shapes import Shape
from registry.authoring.source import read


def mistakes(text, *form):
    document = read(text)
    judge(document, *form)
    return sorted((mistake.line, mistake.column, mistake.code, mistake.message) for mistake in document.mistakes)


def of_block(text):
    """Mistakes in a family, placed as the text has them."""
    frame = "providers:\n  p:\n    families:\n      f:\n        models: {}\n"
    found = mistakes(frame + "".join(f"        {line}\n" for line in text.splitlines()))
    return [f"{line - 5}:{column - 8}: {code} {message}" for line, column, code, message in found]


FORMS = "none of the five forms: [a, b], 0..2, anything, ignored, never"

GOOD = [
    "params: {a: [x, 1, 0.5, true], b: 0..2, c: 1.., d: ..0.5, e: 1..output, f: anything, g: ignored, h: never, i: []}",
    "params: {a: {accepts: [x], when: {b: 1..}, else: {accepts: [y], when: {mode: [m]}, else: never}, default: x}}",
    "params: {a: {accepts: [x], unconfirmed: {s: [y]}, when: {b: 1..}, else: {accepts: never, unconfirmed: {s: [y]}}}}",
    "params: {a: [{accepts: [x]}, {from: 2026-08-03, accepts: [y], default: {m: y}}]}",
    "params: {a: {default: unknown, instead: b, requires: c, verified: 2026-08-03, note: n, needs: anything}}",
    "limits: {a: 0, b: 400_000, c: unknown}",
    "knowledge: 2024-09",
    "modes: never",
    "modes: [a, b]",
    "source: {default: a, params: b}",
    "fine_tuned: {prices: [], lifecycle: {shutdown: 2026-08-03}, source: a}",
    "lifecycle: {replacement: [{is: a}, {from: 2026-08-03, is: b, source: c}]}",
    "prices: [{from: 2026-08-03, usd: {a: 0, b: 0.5}, tiers: [{when: {tier: [x]}, usd: {a: 0}}]}]",
]


@pytest.mark.parametrize("text", GOOD)
def test_what_the_guide_says_is_fine(text):
    assert of_block(text) == []


WRONG = {
    "limit: {}": ["1:1: CAT004 limit is no key of this block: did you mean limits?"],
    "colour: red": ["1:1: CAT004 colour is no key of this block"],
    "current: a": ["1:1: CAT004 current is no key of this block"],
    "params: {a: {acepts: [x]}}": ["1:14: CAT004 acepts is no key of this block: did you mean accepts?"],
    "params: {a: {accepts: [x], els: [y]}}": ["1:28: CAT004 els is no key of this block: did you mean else?"],
    "params: {a: {accepts: [x], else: {wen: {}}}}": ["1:35: CAT004 wen is no key of this block: did you mean when?"],
    "params: {a: [{form: 2026-08-03}]}": ["1:15: CAT004 form is no key of this block: did you mean from?"],
    "params: {a: {accepts: [x], unconfirmed: [y]}}": ["1:41: CAT005 a block of keys is needed here"],
    "params: {a: {accepts: [x], unconfirmed: {s: y}}}": ["1:45: CAT005 a list of values is needed here"],
    "params: {a: {accepts: [x], unconfirmed: {s: []}}}": ["1:45: CAT005 a list of values is needed here"],
    "params: {a: {accepts: [x], unconfirmed: {}}}": ["1:41: CAT005 at least one entry is needed here"],
    "params: {a: {accepts: [x, y], unconfirmed: {s: [y]}}}": ["1:13: CAT005 what is accepted is not unconfirmed: y"],
    "params: {a: {accepts: 0..2, unconfirmed: {s: [3]}}}": [
        "1:13: CAT005 unconfirmed stands beside a list or never, not beside 0..2"
    ],
    "params: {a: {accepts: [x], disputed: {t: {accepts: [y], unconfirmed: {s: [x]}}}}}": [
        "1:57: CAT004 unconfirmed is no key of this block"
    ],
    "params: {a: 0-2}": [f"1:13: CAT005 '0-2' is {FORMS}"],
    "params: {a: {accepts: 0-2}}": [f"1:23: CAT005 '0-2' is {FORMS}"],
    "params: {a: {accepts: [x], when: {b: c}}}": [f"1:38: CAT005 'c' is {FORMS}"],
    "params: {a: {accepts: [x], else: y}}": [f"1:34: CAT005 'y' is {FORMS}"],
    "params: {a: 2..1}": ["1:13: CAT005 2..1 is an empty range: write the smaller bound first"],
    "params: {a: 0.5}": [f"1:13: CAT005 0.5 is {FORMS}"],
    "params: {a: [x, {y: z}]}": [f"1:13: CAT005 ['x', {{'y': 'z'}}] is {FORMS}"],
    "params: {a: {default: null}}": [
        "1:23: CAT005 null is no value: leave the key out, or write unknown to un-say an inherited default"
    ],
    "params: {a: {note: 5}}": ["1:20: CAT005 a text is needed here"],
    "params: [a]": ["1:9: CAT005 a block of keys is needed here"],
    "limits: {a: '16384'}": ["1:13: CAT005 write the number 16384 without quotes"],
    "limits: {a: -1}": ["1:13: CAT005 a limit is not negative"],
    "limits: {a: 1.5, b: true}": [
        "1:13: CAT005 a limit is a whole number",
        "1:21: CAT005 a limit is a whole number",
    ],
    "limits:": ["1:8: CAT005 a block of keys is needed here"],
    "knowledge: 2026-13": ["1:12: CAT005 a day is written 2026-08-03 and a month 2026-08, and 2026-13 is neither"],
    "knowledge: 2026": ["1:12: CAT005 a text is needed here"],
    "verified: 20260803": ["1:11: CAT005 a text is needed here"],
    "verified: 2026-02-30": ["1:11: CAT005 a day is written 2026-08-03, and 2026-02-30 is none"],
    "lifecycle: {released: yesterday}": ["1:23: CAT005 a day is written 2026-08-03, and yesterday is none"],
    "lifecycle: {retired: 2026-08-03}": ["1:13: CAT004 retired is no key of this block"],
    "lifecycle: {replacement: []}": ["1:26: CAT005 at least one entry is needed here"],
    "lifecycle: {replacement: [{from: 2026-08-03}]}": ["1:27: CAT005 is is missing in this block"],
    "lifecycle: {replacement: 5}": ["1:26: CAT005 a text is needed here"],
    "modes: all": ["1:8: CAT005 a list of endpoints is needed here, or never"],
    "modes: [1]": ["1:9: CAT005 a text is needed here"],
    "source: [a]": ["1:9: CAT005 a text is needed here"],
    "source: {param: a}": [
        (
            "1:17: CAT005 param is none of default, modes, limits, tokens, media, params, prices, lifecycle, "
            "knowledge: did you mean params?"
        )
    ],
    "prices: [{usd: {a: 1}}]": ["1:10: CAT005 from is missing in this block"],
    "prices: [{from: 2026-08-03, usd: {a: -0.5, b: '1', c: x, d: true}}]": [
        "1:38: CAT005 a price is not negative",
        "1:47: CAT005 write the number 1 without quotes",
        "1:55: CAT005 a price is a number",
        "1:61: CAT005 a price is a number",
    ],
    "prices: {from: 2026-08-03, usd: {a: 1}}": ["1:9: CAT005 a list is needed here"],
    "disputed: {a: {params: {}}}": ["1:16: CAT004 params is no key of this block"],
}


@pytest.mark.parametrize(("text", "expected"), WRONG.items(), ids=WRONG)
def test_a_mistake_is_said_once_and_at_its_place(text, expected):
    assert of_block(text) == expected


WHOLE = {
    "[a]": [(1, 1, "CAT005", "a block of keys is needed here")],
    "a": [(1, 1, "CAT005", "a block of keys is needed here")],
    "sources: {}": [(1, 1, "CAT005", "providers is missing in this block")],
    "{sources: {a: {title: t, kind: oficial, date: 2026-08-03}}, providers: {}}": [
        (1, 32, "CAT005", "oficial is none of observed, official, documented, derived: did you mean official?")
    ],
    "{sources: {a: {title: '', kind: derived}}, providers: {}}": [
        (1, 12, "CAT005", "date is missing in this block"),
        (1, 23, "CAT005", "a text is needed here"),
    ],
    "{meters: {a: 1}, providers: {}}": [(1, 14, "CAT005", "a text is needed here")],
    "{meters: {a: tokens}, providers: {}}": [
        (1, 14, "CAT005", "a meter is written 1_000_000 tokens, and tokens is none")
    ],
    "{providers: {p: {families: {f: {models: {m: {snapshots: {s: }}, n: [], o: }}}}}}": [
        (1, 68, "CAT005", "a block of keys is needed here")
    ],
    "a: {b: 1": [(1, 9, "CAT001", "a brace is not closed, or a comma is missing")],
}


@pytest.mark.parametrize(("text", "expected"), WHOLE.items(), ids=WHOLE)
def test_a_whole_file(text, expected):
    assert mistakes(text) == expected


SHAPE = "mode: m\npath: /m\nsource: s\n"
SHAPES = {
    "body: {}": [],
    "body: B\ntypes: {B: {fields: {a: C}}, C: {one_of: [{type: string}, D]}}": [],
    "body: {fields: {a: {required: {when: {b: never}}, accepts: [x], else: 0..1}}}": [],
    "body: {field: {}}": [(4, 8, "CAT004", "field is no key of this block: did you mean fields?")],
    "body: {fields: {a: {items: {tipe: string}}}}": [
        (4, 29, "CAT004", "tipe is no key of this block: did you mean type?")
    ],
    "body: {fields: {a: {type: strin}}}": [
        (
            4,
            27,
            "CAT005",
            "strin is none of string, integer, number, boolean, object, array, file, any: did you mean string?",
        )
    ],
    "body: {fields: {a: {accepts: 0-2, size: x, required: 1}}}": [
        (4, 30, "CAT005", f"'0-2' is {FORMS}"),
        (4, 41, "CAT005", f"'x' is {FORMS}"),
        (4, 54, "CAT005", "true or false is needed here"),
    ],
    "body: [a]": [(4, 7, "CAT005", "a text is needed here")],
    "body: {one_of: [[a]]}": [(4, 17, "CAT005", "a text is needed here")],
}


@pytest.mark.parametrize(("text", "expected"), SHAPES.items(), ids=SHAPES)
def test_a_shape(text, expected):
    assert mistakes(SHAPE + text, Shape) == expected
