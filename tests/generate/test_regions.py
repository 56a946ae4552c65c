"""Regions of a page are printed afresh; outside them not a byte changes; what is wrong is said with its place."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.generate.markers import lines_of, regions
from registry.generate.regions import BadPage, refreshed

BEGIN = '<!-- registry:begin efforts models=scribe-2-mini columns="model, accepts" -->'
END = "<!-- registry:end -->"
TABLE = [
    "",
    "| Model           | Supported Values |",
    "| --------------- | ---------------- |",
    "| `scribe-2-mini` | `none`, `low`, `high` |",
    "",
]


@pytest.fixture
def fresh(five, tmp_path):
    """A page refreshed from the fixture catalogue."""
    return lambda page, **options: refreshed(page, five, tmp_path, options)


@pytest.fixture
def wrong(fresh):
    """What is wrong with a page, as line:column: message."""

    def look(page):
        with pytest.raises(BadPage) as caught:
            fresh(page)
        return str(caught.value).splitlines()

    return look


def page(*lines, ending="\n"):
    return ending.join([*lines, ""])


def test_a_region_is_filled_and_refilled(fresh):
    made = page("# Title", "", BEGIN, *TABLE, END, "text")
    assert fresh(page("# Title", "", BEGIN, END, "text")) == made
    assert fresh(page("# Title", "", BEGIN, "anything", "else", END, "text")) == made
    assert fresh(made) == made


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_ends_of_lines_are_kept(fresh, ending):
    assert fresh(page(BEGIN, END, ending=ending)) == page(BEGIN, *TABLE, END, ending=ending)


def test_a_region_has_the_ends_of_its_own_line(fresh):
    assert fresh(f"one\r\n{BEGIN}\n{END}\r\ntwo\rthree") == f"one\r\n{BEGIN}\n{page(*TABLE)}{END}\r\ntwo\rthree"


def test_comments_of_mdx_work_alike(fresh):
    begin, end = (f"{{/* {marker[5:-4]} */}}" for marker in (BEGIN, END))
    assert fresh(page(begin, END, "", begin, end)) == page(begin, *TABLE, END, "", begin, *TABLE, end)


def test_a_region_keeps_its_indent(fresh):
    assert fresh(page("- item", f"  {BEGIN}", f"  {END}")) == page(
        "- item", f"  {BEGIN}", *(f"  {line}" if line else "" for line in TABLE), f"  {END}"
    )


def test_a_byte_order_mark_stays_outside(fresh):
    assert fresh(f"\ufeff{page(BEGIN, END)}") == f"\ufeff{page(BEGIN, *TABLE, END)}"


@pytest.mark.parametrize("fence", ["```", "~~~", "````markdown", "  ```"])
def test_what_a_fenced_block_shows_is_no_marker(fresh, fence):
    shown = page("text", fence, BEGIN, END, fence.rstrip("markdown"), "text")
    assert fresh(shown) == shown


def test_what_stands_in_code_is_no_marker(fresh):
    shown = page(f"Write `{BEGIN}` and `{END}`.")
    assert fresh(shown) == shown


def test_a_fence_that_never_ends_hides_the_rest(fresh):
    shown = page("```", BEGIN, "~~~", END)
    assert fresh(shown) == shown


def test_two_regions_have_footnotes_of_their_own(fresh):
    disputed = "<!-- registry:begin efforts models=scribe-2 endpoint=talk columns=accepts -->"
    made = fresh(page("Text[^efforts-1].", "", disputed, END, disputed, END, "", "[^efforts-1]: Mine."))
    assert re.findall(r"`high`\[\^([\w-]+)\]", made) == ["efforts-2", "efforts2-1"]
    assert re.findall(r"^\[\^([\w-]+)\]:", made, re.MULTILINE) == ["efforts-2", "efforts2-1", "efforts-1"]


def test_options_of_the_command_are_for_regions_that_say_nothing(fresh):
    asked = "<!-- registry:begin efforts models=scribe-2 endpoint=talk columns=default{} -->"
    begin, own = asked.format(""), asked.format(" trust=acme-docs marks=no")
    head = ["", "| Default (when not set) |", "| ---------------------- |"]
    trusting, plain = ([*head, f"| {value:<22} |", ""] for value in ("`high`", "`none`"))
    made = fresh(page(begin, END, own, END), trust="proxy-docs")
    assert made == page(begin, *trusting, END, own, *plain, END)


@pytest.mark.parametrize(
    ("lines", "flaws"),
    [
        ([BEGIN], ["1:1: this region never ends: a marker registry:end is missing"]),
        (["", f"  {END}"], ["2:3: a region ends that never began"]),
        ([BEGIN, BEGIN, END], ["2:1: a region begins inside that of line 1"]),
        (
            ["<!-- registry:start efforts -->"],
            ["1:15: no marker is called registry:start: write registry:begin or registry:end"],
        ),
        (["<!-- registry:begin -->", END], ["1:15: registry:begin needs the name of a table"]),
        (["<!-- registry:begin efforts", "-->", END], ["1:1: this marker never ends: --> is missing in its line"]),
        (["{/* registry:begin efforts -->", END], ["1:1: this marker never ends: */} is missing in its line"]),
        ([f"- {BEGIN}", END], ["1:3: a marker has its line to itself; something stands before it"]),
        ([BEGIN, f"{END} text"], ["2:23: a marker has its line to itself; something stands after it"]),
        (["<!-- registry:begin effort -->", END], ["1:21: no table is called 'effort'. Did you mean efforts?"]),
        (
            ["<!-- registry:begin efforts model=x -->", END],
            ["1:29: no option of efforts is called 'model'. Did you mean models?"],
        ),
        (
            ["<!-- registry:begin efforts  columns=a models=scribe-9 -->", END],
            ["1:30: no column of efforts is called 'a'. `registry docs --list` tells more."],
        ),
        (
            ["<!-- registry:begin efforts columns -->", END],
            ["1:29: 'columns' is no option: write key=value or key=\"some values\""],
        ),
        (
            ['<!-- registry:begin efforts columns="a -->', END],
            ['1:29: \'columns="a\' is no option: write key=value or key="some values"'],
        ),
        (
            ['<!-- registry:begin efforts on="2026-01-01"x -->', END],
            ['1:29: \'on="2026-01-01"x\' is no option: write key=value or key="some values"'],
        ),
        (["<!-- registry:begin efforts on=2026-01-01 on=2026-01-02 -->", END], ["1:43: on is given twice"]),
        (["<!-- registry:begin efforts on=tomorrow -->", END], ["1:29: 'tomorrow' is no day: write 2026-12-31"]),
        (
            ["<!-- registry:begin parameter models=* -->", END],
            ["1:21: parameter needs an option name=…, the parameter"],
        ),
    ],
)
def test_a_bad_marker_is_told_with_its_place(wrong, lines, flaws):
    assert wrong(page(*lines)) == flaws


def test_everything_wrong_is_told_at_once_in_order(wrong):
    lines = ["<!-- registry:begin nothing -->", END, "<!-- registry:begin efforts on=x -->", END, END]
    assert [flaw.split(": ")[0] for flaw in wrong(page(*lines))] == ["1:21", "3:29", "5:1"]


@given(
    st.lists(
        st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=8)
        | st.sampled_from(["\n", "\r\n", "\r", "```", "<!--", "registry:"])
    )
)
def test_a_page_without_regions_is_left_alone(five, tmp_path_factory, parts):
    text = "".join(parts)
    assert "".join(lines_of(text)) == text
    if not any(regions(lines_of(text))):
        assert refreshed(text, five, tmp_path_factory.getbasetemp()) == text


@given(
    before=st.text(alphabet="ab |\\[^]{}<>é\x0b\x0c\x85\u2028\n\r", max_size=30),
    inside=st.text(alphabet="ab |\n\r", max_size=30),
    after=st.text(alphabet="ab |\\[^]{}<>é\x0b\x0c\x85\u2028\n\r", max_size=30),
)
def test_outside_a_region_nothing_changes(five, tmp_path_factory, before, inside, after):
    made = refreshed(f"{before}\n{BEGIN}\n{inside}\n{END}\n{after}", five, tmp_path_factory.getbasetemp())
    assert made == f"{before}\n{BEGIN}\n{page(*TABLE)}{END}\n{after}"
