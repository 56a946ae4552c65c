"""A table printed by a user's own template: what it reads, what it may not do, and where it is wrong."""

import pytest

from registry.generate.formats import markdown
from registry.generate.grid import Grid
from registry.generate.printing import BadTemplate
from registry.generate.query import Query
from registry.generate.regions import BadPage, refreshed
from registry.generate.tables import TABLES

LIST = """\
{% for row in rows %}
- {{ row.model.shown }}: {{ row.accepts.marked }}, says {{ sources[row.accepts.source].title | text }}
{% endfor %}
As of {{ on }}{% if trust %} by {{ trust }}{% endif %}; {{ columns | map(attribute="heading") | join(" and ") }}.
{% for note in notes %}
{{ note }}
{% endfor %}
"""


@pytest.fixture
def by(five, tmp_path):
    """The efforts of scribe-2, printed by a template."""

    def print_(template):
        path = tmp_path / "own.jinja"
        path.write_text(template, encoding="utf-8")
        query = Query(five, TABLES["efforts"], {"models": "scribe-2", "columns": "model,accepts", "endpoint": "talk"})
        return markdown(Grid(query), path)

    return print_


def test_a_template_reads_cells_and_footnotes(by):
    assert by(LIST) == (
        "- `scribe-2`: `none`, `low`, `high`[^efforts-1], says Answers of the API of Acme, recorded\n"
        "As of 2026-09-02; Model and Supported Values.\n"
        "[^efforts-1]: [`proxy-docs`](https://proxy.example/acme) (documented, 2026-05-01) says otherwise: "
        "`low`, `high`."
        " [`acme-answers`](https://acme.example/answers) (observed, 2026-08-03) is followed here.\n"
    )


def test_a_template_has_our_filters_and_values(by):
    assert by("{{ rows[0].accepts.value | join('/') }} {{ '{x}' | text }} {{ 'y' | code }} {{ link('a', 'b') }}") == (
        r"none/low/high \{x\} `y` [a](b)"
    )


def test_a_template_may_include_what_lies_beside_it(by, tmp_path):
    (tmp_path / "head.jinja").write_text("Head of {{ name }}", encoding="utf-8")
    assert by("{% include 'head.jinja' %}!") == "Head of efforts!"


@pytest.mark.parametrize(
    ("template", "told"),
    [
        ("fine\n{{ rows[0].modell.shown }}", "own.jinja:2: 'dict object' has no attribute 'modell'"),
        ("{% for %}", "own.jinja:1: "),
        ("{% include '../secret' %}", "own.jinja:1: "),
        ("{{ ''.__class__.__mro__ }}", "own.jinja:1: access to attribute '__class__' of 'str' object is unsafe."),
        ("{{ rows.append(1) }}", "own.jinja:1: "),
        ("{{ 1 / 0 }}", "own.jinja:1: ZeroDivisionError: division by zero"),
    ],
)
def test_a_template_that_fails_is_told_with_its_line(by, tmp_path, template, told):
    with pytest.raises(BadTemplate) as caught:
        by(template)
    assert str(caught.value).startswith(f"{tmp_path}/{told}")


def test_a_marker_names_a_template_beside_its_page(five, tmp_path):
    (tmp_path / "own.jinja").write_text("{{ rows | length }} rows", encoding="utf-8")
    asked = "<!-- registry:begin efforts template=own.jinja -->\n{}<!-- registry:end -->\n"
    assert refreshed(asked.format(""), five, tmp_path) == asked.format("\n3 rows\n\n")


def test_a_template_that_is_missing_is_a_mistake_of_the_marker(five, tmp_path):
    with pytest.raises(BadPage) as caught:
        refreshed("<!-- registry:begin efforts template=no.jinja -->\n<!-- registry:end -->\n", five, tmp_path)
    assert str(caught.value) == f"1:29: {tmp_path}/no.jinja: there is no such template"
