"""Comments that silence: for a code, until a day, beside the call."""

import pytest
from linting import outcome

CALL = "openai.responses.create(model='gpt-4-32k', input='hi')"
OVER = "openai.responses.create(\n    model='gpt-4-32k',\n    input='hi',\n)"

SILENT = {
    "a code": f"{CALL}  # registry: ignore[REQ009] it is known",
    "a name": f"{CALL}  # registry: ignore[retired-model]",
    "several": f"{CALL}  # registry: ignore[REQ007, REQ009]",
    "all": f"{CALL}  # registry: ignore",
    "a day to come": f"{CALL}  # registry: ignore[REQ009] until=2026-11-24 last day",
    "the line above": f"# registry: ignore[REQ009]\n{CALL}",
    "the line of the argument": OVER.replace("32k',", "32k',  # registry: ignore[REQ009]"),
    "the first line of the call": OVER.replace("(", "(  # registry: ignore[REQ009]", 1),
    "the last line of the call": f"{OVER}  # registry: ignore[REQ009]",
}
HEARD = {
    "another code": (f"{CALL}  # registry: ignore[REQ007]", ""),
    "a day that has passed": (
        f"{CALL}  # registry: ignore[REQ009] until=2026-11-23 why",
        " (it was ignored until 2026-11-23)",
    ),
    "no day": (
        f"{CALL}  # registry: ignore[REQ009] until=soon",
        " (until=soon is no day, so it is not ignored: write 2027-01-31)",
    ),
    "the line below": (f"{CALL}\n# registry: ignore[REQ009]", ""),
    "code in the line above": (f"x = 1  # registry: ignore[REQ009]\n{CALL}", ""),
    "somebody else's comment": (f"{CALL}  # noqa: REQ009", ""),
}


@pytest.mark.parametrize("source", SILENT.values(), ids=SILENT)
def test_a_comment_silences(tmp_path, source):
    assert outcome(tmp_path, f"import openai\n{source}\n").findings == []


@pytest.mark.parametrize(("source", "ending"), HEARD.values(), ids=HEARD)
def test_a_comment_does_not_silence(tmp_path, source, ending):
    found = outcome(tmp_path, f"import openai\n{source}\n").findings
    assert [(one.code, one.message.endswith(f"gpt-4o.{ending}")) for one in found] == [("REQ009", True)]


def test_what_is_silenced_is_not_mended(tmp_path):
    assert outcome(tmp_path, f"import openai\n{CALL}  # registry: ignore\n", mend=True).mended == []


def test_a_day_counts_as_of_the_day_asked_about(tmp_path):
    source = f"import openai\n{CALL}  # registry: ignore[REQ009] until=2027-01-31\n"
    assert (len(outcome(tmp_path, source).findings), len(outcome(tmp_path, source, on="2027-02-01").findings)) == (0, 1)
