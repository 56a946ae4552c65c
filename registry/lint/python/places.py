"""From the positions of Python's parser to characters of a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from registry.lint.value import Literal

if TYPE_CHECKING:
    import ast

    from registry.lint.text import Span, Text


class Places:
    """Where the nodes of a tree stand in the text that it was parsed from."""

    def __init__(self, text: Text, source: str) -> None:
        self.text = text
        self.lines = source.split("\n")
        starts = [0]
        for line in self.lines:
            starts.append(starts[-1] + len(line) + 1)
        self.starts = starts

    def offset(self, line: int, column: int) -> int:
        """Characters before a line (from 1) and a column in bytes of UTF-8."""
        text = self.lines[line - 1] if line <= len(self.lines) else ""
        if not text.isascii():
            column = len(text.encode()[:column].decode(errors="ignore"))
        return self.starts[min(line, len(self.starts)) - 1] + column

    def local(self, node: ast.expr | ast.stmt | ast.keyword) -> Span:
        """Where a node stands in its own text."""
        end = (node.end_lineno or node.lineno, node.end_col_offset or node.col_offset)
        return self.offset(node.lineno, node.col_offset), self.offset(*end)

    def span(self, node: ast.expr | ast.stmt | ast.keyword) -> Span:
        """Where a node stands in its file."""
        return self.text.span(*self.local(node))

    def literal(self, node: ast.expr) -> Literal:
        """How a scalar is written."""
        return Literal(self.span(node), self.text, "python")

    def name(self, keyword: ast.keyword) -> Literal:
        """How the name of an argument is written."""
        start = self.local(keyword)[0]
        return Literal(self.text.span(start, start + len(keyword.arg or "")), self.text, "name")
