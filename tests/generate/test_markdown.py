"""What is printed reads as what it says: nothing in it is markup, an expression of MDX, or the end of a cell."""

import pytest

from registry.generate.markdown import aligned, code, link, text


@pytest.mark.parametrize(
    ("plain", "markdown"),
    [
        ("gpt_4 of 2", "gpt_4 of 2"),
        ("_under_ *star* `tick`", r"\_under\_ \*star\* \`tick\`"),
        ("{props} <Tag/> a|b", r"\{props\} &lt;Tag/&gt; a|b"),
        ("[text](target)", r"\[text\](target)"),
        ("back\\slash", "back\\\\slash"),
        ("A&B &amp; &#38; R&D;", "A&B &amp;amp; &amp;#38; R&amp;D;"),
        ("two\nlines,\ttabs", "two lines, tabs"),
    ],
)
def test_plain_words_stay_plain(plain, markdown):
    assert text(plain) == markdown


@pytest.mark.parametrize(
    ("literal", "markdown"),
    [("{a}", "`{a}`"), ("a`b", "`` a`b ``"), ("``", "``` `` ```"), (1.5, "`1.5`"), ("a\nb", "`a b`")],
)
def test_code_ends_where_it_should(literal, markdown):
    assert code(literal) == markdown


def test_a_link_holds_its_address():
    assert link("text", "https://a.example/(b c)") == "[text](https://a.example/%28b%20c%29)"
    assert link("text", "") == "text"


def test_a_table_is_aligned_as_far_as_it_stays_readable():
    wide = "w" * 40
    assert list(aligned(["Name", "N", "Last"], [["a|b", "1", wide], [wide, "20", "x"]], right=[1])) == [
        "| Name |   N | Last |",
        "| ---- | --: | ---- |",
        rf"| a\|b |   1 | {wide} |",
        f"| {wide} |  20 | x    |",
    ]


def test_a_table_without_rows_is_a_head():
    assert list(aligned(["A", "Long head"], [])) == ["| A   | Long head |", "| --- | --------- |"]
