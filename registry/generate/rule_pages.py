"""A page for each rule, from its own docstring, and their index by code. Examples about requests are run."""

from __future__ import annotations

import ast
import inspect
from functools import partial
from typing import TYPE_CHECKING

from registry.batches import check_batch
from registry.check import check
from registry.generate.artefact import Artefact
from registry.generate.markdown import link
from registry.generate.pages import head
from registry.generate.printing import printed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from registry.generate.material import Material, RulePage
    from registry.report import Report

FOLDER = "docs/rules"
CALLS = ("check(", "check_batch(")
"""How an example about a request, or about the lines of a Batch file, begins."""


def rule_pages(material: Material) -> Iterator[Artefact]:
    """The page of each rule, and the index."""
    rules = sorted(material.rules, key=lambda rule: rule.code)
    for rule in rules:
        yield Artefact(f"{FOLDER}/{rule.name}.md", partial(_page, rule, material))
    if rules:
        first = head("rules", "the docstrings of the rules: edit those")
        yield Artefact(f"{FOLDER}/index.md", lambda: printed("rules.md.jinja", head=first, rows=[*map(_row, rules)]))


def _page(rule: RulePage, material: Material) -> str:
    lead, sections = _sections(rule)
    shown = [(title, *_shown(title, text, material)) for title, text in sections]
    first = head("rules", f"the docstring in {rule.file}: edit that")
    return printed("rule.md.jinja", head=first, rule=rule, place=place(rule), lead=lead, sections=shown)


def _row(rule: RulePage) -> list[str]:
    """The rule in the index, with the first paragraph of its page."""
    says = " ".join(_sections(rule)[0].split("\n\n")[0].split())
    fix = "some" if rule.fixable else ""
    return [rule.code, link(rule.name, f"{rule.name}.md"), rule.severity, rule.since, fix, says, place(rule)]


def place(rule: RulePage) -> str:
    """A link to the line where a rule is written, from its page or the index."""
    return link(f"{rule.file.rpartition('/')[2]}:{rule.line}", f"../../{rule.file}#L{rule.line}")


def _sections(rule: RulePage) -> tuple[str, list[tuple[str, str]]]:
    """What the rule says, and the sections below it."""
    lead, *rest = f"\n{inspect.cleandoc(rule.page)}".split("\n## ")
    parts = [section.partition("\n") for section in rest]
    return lead.strip(), [(title.strip(), text) for title, _, text in parts]


def _shown(title: str, text: str, material: Material) -> tuple[str, str, str]:
    """A section: its prose, or its code with what comes out."""
    body = inspect.cleandoc(f"\n{text}").strip("\n")
    if title not in ("Example", "Instead"):
        return body, "", ""
    if not body.startswith(CALLS):
        return body, "yaml", ""
    report = _run(body, material)
    return body, "python", "\n".join(_said(report))


def _run(call: str, material: Material) -> Report:
    """The report of an example: a call whose arguments are literals; of lines, the last one's."""
    parsed = ast.parse(call, mode="eval").body
    if not isinstance(parsed, ast.Call):
        raise TypeError(f"an example is a call of check: {call}")
    parsed = _Repeating().visit(parsed)
    body = ast.literal_eval(parsed.args[0])
    named = {word.arg: ast.literal_eval(word.value) for word in parsed.keywords if word.arg}
    options = {"on": material.on, **named, "catalogue": material.catalogue}
    return [*check_batch(body, **options)][-1] if isinstance(body, list) else check(body, **options)


class _Repeating(ast.NodeTransformer):
    """`"word " * 300` → what it stands for: no page has room for the text itself."""

    def visit_BinOp(self, node: ast.BinOp) -> ast.expr:
        match node:
            case ast.BinOp(left=ast.Constant(value=str(text)), op=ast.Mult(), right=ast.Constant(value=int(times))):
                return ast.Constant(text * times)
        return node


def _said(report: Report) -> Iterator[str]:
    """What comes out of an example, as text."""
    for found in (*report.errors, *report.warnings, *report.skipped):
        yield f"{found.severity}[{found.code}] {found.path}: {found.message}"
        for fix in found.fixes[:1]:
            yield f"  fix: {fix.title}"
    if not (report.errors or report.warnings or report.skipped):
        yield "fine"
