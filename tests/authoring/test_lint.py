"""What holds for all rules together: the fixture is clean, findings are data, no text ends in a traceback."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from registry.authoring.lint import Edit, lint, repair
from registry.authoring.lint._rule import Finding

FIXTURES = Path(__file__).parent.parent / "fixtures"
DAY = "2026-11-24"


def test_the_fixture_catalogue_has_no_flaw(five_models, shapes):
    assert lint(five_models, shapes, on=DAY) == []


def test_a_finding_is_data(tmp_path, framed):
    path = tmp_path / "models.yaml"
    path.write_text(framed("limits: {x: 1}\nmodels: {a: {limits: {x: 1, y: 2}}}\n"))
    (finding,) = lint(path, None, on=DAY)
    assert finding.as_dict() == {
        "code": "CAT007",
        "column": 31,
        "file": str(path),
        "fix": [{"start": [17, 31], "end": [17, 37], "text": ""}],
        "line": 17,
        "message": "x says nothing new: it is inherited",
        "name": "redundant-fact",
        "severity": "error",
    }
    assert finding.fix == (Edit((17, 31), (17, 37), ""),)
    assert str(finding) == f"{path}:17:31: CAT007 x says nothing new: it is inherited"


def test_everything_is_said_at_once_in_the_order_of_the_text(found):
    text = """\
modes: [talk]
knowledge: 2024-01
params:
  temprature: 0..ouput
  reasoning_effort: [high, low]
models:
  a: {knowledge: 2024-01, lifecycle: {replacement: b}}
"""
    assert found(text) == [
        "4:3: CAT017 ouput is no limit of any model that this is about",
        "4:3: CAT020 temprature is no parameter of talk: did you mean temperature?",
        "5:3: CAT013 reasoning_effort: low, high is the shape's order",
        "7:7: CAT007 knowledge says nothing new: it is inherited",
        "7:39: CAT010 b is no id of acme",
    ]


def test_what_was_not_read_is_not_judged(found):
    assert found("limits: {x: 1}\nlimit: {x: 1}\nmodels: {a: {limits: {x: 1}}}\n") == [
        "2:1: CAT004 limit is no key of this block: did you mean limits?"
    ]


def test_an_exception_with_its_reason_silences(found):
    text = "models: {a: {lifecycle: {replacement: b}, allow: {CAT010: Nobody published its id.}}}"
    assert found(text) == []


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(FileNotFoundError):
        lint(tmp_path / "models.yaml", None, on=DAY)


TEXT = (FIXTURES / "five_models.yaml").read_text()
WORDS = sorted({word for word in TEXT.replace("{", " ").replace(",", " ").split() if word})
edit = st.tuples(
    st.integers(0, len(TEXT)),
    st.integers(0, 40),
    st.one_of(
        st.sampled_from(WORDS),
        st.sampled_from([": ", "- ", "{", "]", "\n", "null", "[]", "{}", "''", "never", "0..", "# "]),
    ),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(edit, min_size=1, max_size=3))
def test_no_text_ends_in_a_traceback(tmp_path_factory, edits):
    text = TEXT
    for start, length, new in edits:
        text = text[:start] + new + text[start + length :]
    path = tmp_path_factory.mktemp("any") / "models.yaml"
    path.write_text(text)
    assert all(isinstance(finding, Finding) for finding in lint(path, FIXTURES / "shapes", on=DAY))
    repair(path, FIXTURES / "shapes", on=DAY)
    assert [finding for finding in lint(path, FIXTURES / "shapes", on=DAY) if finding.fix] == []
