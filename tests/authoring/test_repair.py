"""Repairs are text edits: comments and layout stay, meaning stays, and nothing fixable is left."""

import json

import pytest

from registry.authoring.compile import compile_files
from registry.authoring.lint import lint, repair
from registry.authoring.lint._draft import Draft
from registry.authoring.resolve import plain

DAY = "2026-11-24"

REPAIRS = {
    "the only key of a section goes with it": (
        """\
limits: {output: 1}
knowledge: 2024-01
models:
  a:
    limits: {output: 1}
    knowledge: 2024-02
""",
        """\
limits: {output: 1}
knowledge: 2024-01
models:
  a:
    knowledge: 2024-02
""",
    ),
    "the first, the middle and the last in braces": (
        """\
limits: {x: 1, y: 2, z: 3}
models:
  a: {limits: {x: 1, y: 0, z: 0}}
  b: {limits: {x: 0, y: 2, z: 0}}
  c: {limits: {x: 0, y: 0, z: 3}}
  d: {limits: {x: 1, y: 2, z: 0}}
  e: {limits: {x: 1, y: 2, z: 3}}
""",
        """\
limits: {x: 1, y: 2, z: 3}
models:
  a: {limits: {y: 0, z: 0}}
  b: {limits: {x: 0, z: 0}}
  c: {limits: {x: 0, y: 0}}
  d: {limits: {z: 0}}
  e: {}
""",
    ),
    "a block that is left empty": (
        """\
limits:
  output: 1  # a family's
models:
  a:  # why there is an a
    # what stands here anyway
    limits:
      output: 1  # as above
  # and a b
  b:
    limits:

      output: 1

  c: {}
""",
        """\
limits:
  output: 1  # a family's
models:
  a: {}  # why there is an a
    # what stands here anyway
    # as above
  # and a b
  b: {}

  c: {}
""",
    ),
    "comments stay, whatever goes": (
        """\
params:
  temperature: {accepts: 0..2, default: 1}
  stop: anything
models:
  a:
    params:
      # The sampling of a
      temperature:      # like its family's
        accepts: 0..2   # the whole range
        default: 1
      # its end
      stop: never       # 'stop' is "# no comment"
""",
        """\
params:
  temperature: {accepts: 0..2, default: 1}
  stop: anything
models:
  a:
    params:
      # The sampling of a
      # like its family's
      # the whole range
      # its end
      stop: never       # 'stop' is "# no comment"
""",
    ),
    "a hash in a text is no comment": (
        """\
note: "see #1"
models:
  a: {note: "see #1", modes: [talk]}
  b: {note: 'see #1'}
""",
        """\
note: "see #1"
models:
  a: {modes: [talk]}
  b: {}
""",
    ),
    "braces over several lines": (
        """\
limits: {x: 1, y: 2}
models:
  a:
    limits: {x: 1,
             y: 3,
             z: 4}
  b:
    limits:
      {z: 4,
       y: 2}
""",
        """\
limits: {x: 1, y: 2}
models:
  a:
    limits: {y: 3,
             z: 4}
  b:
    limits:
      {z: 4}
""",
    ),
    "a comment in braces stops a repair": (
        """\
limits: {x: 1, y: 2}
models:
  a:
    limits: {z: 3,  # why z
             x: 1}
""",
        """\
limits: {x: 1, y: 2}
models:
  a:
    limits: {z: 3,  # why z
             x: 1}
""",
    ),
    "a repair that makes way for another": (
        """\
limits: {x: 1}
models:
  a:
    limits: {x: 1}
    allow: {CAT015: No longer.}
    snapshots:
      a-1: {limits: {x: 1}, allow: {CAT013: Nor this., CAT015: Nor that.}}
""",
        """\
limits: {x: 1}
models:
  a:
    snapshots:
      a-1: {}
""",
    ),
    "snapshots by their days": (
        """\
models:
  a:
    snapshots:
      a-2026-01-01: {}        # the last
      a-2025-06-01:
        knowledge: 2024-01    # the second

      a-2025-01-01: {}        # the first
  b: {snapshots: {b-2026-01-01: {}, b-2025-01-01: {knowledge: 2024-01}}}
""",
        """\
models:
  a:
    snapshots:
      a-2025-01-01: {}        # the first
      a-2025-06-01:
        knowledge: 2024-01    # the second

      a-2026-01-01: {}        # the last
  b: {snapshots: {b-2025-01-01: {knowledge: 2024-01}, b-2026-01-01: {}}}
""",
    ),
    "snapshots with comments between them": (
        """\
models:
  a:
    snapshots:
      # the last
      a-2026-01-01: {}
      # the first
      a-2025-01-01: {}
""",
        """\
models:
  a:
    snapshots:
      # the last
      a-2026-01-01: {}
      # the first
      a-2025-01-01: {}
""",
    ),
    "efforts from least to most": (
        """\
modes: [talk]
params:
  reasoning_effort: {accepts: [high, none,  low], default: none}
models:
  a: {}
  b:
    params:
      reasoning_effort:
        - low
        - none   # none at all
  c:
    params:
      reasoning_effort: [
        low, none,  # in no order
      ]
""",
        """\
modes: [talk]
params:
  reasoning_effort: {accepts: [none, low,  high], default: none}
models:
  a: {}
  b:
    params:
      reasoning_effort:
        - none   # none at all
        - low
  c:
    params:
      reasoning_effort: [
        none, low,  # in no order
      ]
""",
    ),
    "a claim that agrees": (
        """\
limits: {output: 1}
disputed: {proxy-docs: {limits: {output: 1, input: 2}}, acme-press: {limits: {output: 1}}}
params:
  temperature:
    accepts: 0..2
    disputed: {proxy-docs: {accepts: 0..2}}
  stop: {accepts: never, disputed: {proxy-docs: {accepts: never}, acme-press: {accepts: anything}}}
models: {a: {}}
""",
        """\
limits: {output: 1}
disputed: {proxy-docs: {limits: {input: 2}}}
params:
  temperature:
    accepts: 0..2
  stop: {accepts: never, disputed: {acme-press: {accepts: anything}}}
models: {a: {}}
""",
    ),
    "what is taken from elsewhere": (
        """\
models:
  a:
    current: b
    limits: {output: 1}
    lifecycle: {released: 2026-01-01}
  b: {limits: {output: 1}, lifecycle: {released: 2026-01-01}}
""",
        """\
models:
  a:
    current: b
  b: {limits: {output: 1}, lifecycle: {released: 2026-01-01}}
""",
    ),
    "a key beside a dash": (
        """\
params:
  n:
    - disputed: {proxy-docs: {accepts: 1..4}}
      accepts: 1..4
models: {a: {}}
""",
        """\
params:
  n:
    - accepts: 1..4
models: {a: {}}
""",
    ),
}


@pytest.mark.parametrize(("before", "after"), REPAIRS.values(), ids=REPAIRS)
def test_a_repair(repaired, before, after):
    assert repaired(before) == after
    assert repaired(after) == after


def meaning(path, shapes):
    """What machines read, without what is allowed to differ: the order of keys and choices, claims that agree."""
    lines = [json.loads(line) for line in compile_files(path, shapes).decode().splitlines()]
    for line in lines:
        for entry in line.get("params", {}).values():
            if isinstance(entry, dict):
                own = {key: entry[key] for key in ("accepts", "when", "else", "default") if key in entry}
                entry["disputed"] = {name: said for name, said in entry.get("disputed", {}).items() if said != own}
                if entry.get("accepts") in (["high", "none", "low"], ["low", "none"]):
                    entry["accepts"].sort(key=["none", "low", "high"].index)
        for claim in line.get("disputed", {}).values():
            claim["limits"] = {name: one for name, one in claim["limits"].items() if line["limits"].get(name) != one}
        line["disputed"] = {name: claim for name, claim in line.get("disputed", {}).items() if claim["limits"]}
    return lines


@pytest.mark.parametrize("before", [before for before, _ in REPAIRS.values()], ids=REPAIRS)
def test_a_repair_means_what_was_meant(tmp_path, shapes, framed, before):
    path = tmp_path / "models.yaml"
    path.write_text(framed(before))
    meant = meaning(path, shapes)
    repair(path, shapes, on=DAY)
    assert meaning(path, shapes) == meant


@pytest.mark.parametrize("nth", range(12))
def test_whatever_is_inherited_and_said_again_is_found_and_goes_without_a_trace(tmp_path, five_models, shapes, nth):
    draft = Draft.read(five_models, shapes, DAY)
    lines = five_models.read_text().splitlines(keepends=True)
    for place, name, said in sorted(_again(draft, nth), key=lambda one: draft.facts.at(one[0]), reverse=True):
        line, column = draft.facts.keys[place]
        if draft.facts.flow[place[:-1]]:
            lines[line - 1] = f"{lines[line - 1][: column - 1]}{name}: {said}, {lines[line - 1][column - 1 :]}"
        else:
            lines.insert(line - 1, f"{' ' * (column - 1)}{name}: {said}\n")
    path = tmp_path / "models.yaml"
    path.write_text("".join(lines))
    assert compile_files(path, shapes) == compile_files(five_models, shapes)
    repair(path, shapes, on=DAY)
    assert path.read_text() == five_models.read_text()


def _again(draft, nth):
    """Of every block that inherits so many facts, one that it does not say: before which key, its name, as JSON."""
    for block in draft.blocks:
        facts = [
            (key, name)
            for key, said in block.inherited.items()
            if key not in block.written and key not in ("source", "prices", "fine_tuned")
            for name in (said if key in ("params", "limits", "lifecycle") else (None,))
        ]
        if block.written and nth < len(facts):
            key, name = facts[nth]
            said = block.inherited[key] if name is None else {name: block.inherited[key][name]}
            yield (*block.place, next(iter(block.written))), key, json.dumps(plain(said))


@pytest.mark.parametrize("break_", ["\n", "\r\n"])
def test_line_breaks_stay(tmp_path, framed, break_):
    path = tmp_path / "models.yaml"
    text = framed("limits: {x: 1}\nmodels:\n  a: # why\n    # what\n    limits: {x: 1} # how\n")
    path.write_bytes(text.replace("\n", break_).encode())
    repair(path, None, on=DAY)
    expected = framed("limits: {x: 1}\nmodels:\n  a: {}  # why\n    # what\n    # how\n")
    assert path.read_bytes().decode() == expected.replace("\n", break_)


def test_what_was_repaired_is_told_once(tmp_path, framed):
    path = tmp_path / "models.yaml"
    path.write_text(framed("limits: {x: 1, y: 2, z: 3}\nmodels: {a: {limits: {x: 1, y: 2, z: 4}}}\n"))
    told = [(finding.code, finding.message) for finding in repair(path, None, on=DAY)]
    assert told == [
        ("CAT007", "x says nothing new: it is inherited"),
        ("CAT007", "y says nothing new: it is inherited"),
    ]
    assert repair(path, None, on=DAY) == []


def test_what_a_person_has_to_decide_stays(tmp_path, framed):
    path = tmp_path / "models.yaml"
    text = framed("models: {a: {prices: [{from: 2026-02-01, usd: {input: 1}}, {from: 2026-01-01, usd: {input: 2}}]}}\n")
    path.write_text(text)
    assert repair(path, None, on=DAY) == []
    assert path.read_text() == text
    assert [(finding.code, finding.fix) for finding in lint(path, None, on=DAY)] == [("CAT013", None)]
