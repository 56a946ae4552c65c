"""Regular expressions that mean the same to every validator: Python's, ECMAScript's, RE2's."""

from __future__ import annotations

import re

SPACES = r"\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
"""What Python's `\\s` is; others count more, or fewer."""

TOKEN = re.compile(r"\\(?P<escaped>.)|(?P<group>\(\?(?!:))|(?P<plain>.)", re.DOTALL)
SAME = frozenset(r"\/.*+?()[]{}|^$-rnt")
"""What a backslash may stand before without a doubt."""


def portable(written: str) -> str | None:
    """An expression that a whole string has to match, spelled out and anchored; None where that can't be done."""
    made, inside = "", False
    for found in TOKEN.finditer(written):
        escaped, plain = found["escaped"], found["plain"]
        if found["group"] or (plain in ("^", "$") and not inside):
            return None
        if escaped == "s":
            made += _spaces() if inside else f"[{_spaces()}]"
        elif escaped is not None:
            if escaped not in SAME:
                return None
            made += found[0]
        elif plain == "." and not inside:
            made += r"[^\n]"
        else:
            inside = plain == "[" or (inside and plain != "]")
            made += plain
    return f"^(?:{made})$"


def _spaces() -> str:
    """The characters themselves: not everybody reads their numbers."""
    return re.sub(r"\\(?:x(..)|u(....))", lambda found: chr(int(found[1] or found[2], 16)), SPACES)
