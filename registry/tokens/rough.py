"""Counting tokens without a tokenizer: by the lengths of words, by marks and digits, and by script.

The weights are thousandths of a token, fitted to what the tokenizers themselves count; tools/estimates.py measures how
far off they are.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter

WORD = re.compile(r"[A-Za-z]+")
WEIGHED = (
    (re.compile(r"[0-9]{1,3}"), 1360),
    (re.compile(r"[!-/:-@\[-`{-~]+"), 790),  # a run of marks
    (re.compile(r"(?<=[!-/:-@\[-`{-~])[!-/:-@\[-`{-~]"), 75),  # a further mark of one
    (re.compile(r"  +"), 480),
    (re.compile(r"\n+"), 740),
    (re.compile(r"[a-z][A-Z]"), 1360),
)
"""What stands between and inside words, and what each costs."""

WORDS = (0, *(990,) * 4, *(1035,) * 4, *(1385,) * 5)
"""A word of English, by its letters. What is longer is no word of English, and costs by the letter."""

LETTER = 240

NEWER = "o200k_base"
"""The encoding that knows other scripts well; earlier ones spell them out."""

ASCII = 0x80
STARTS = (
    *(0x80, 0x370, 0x400, 0x530, 0x590, 0x600, 0x900, 0xA00, 0xE00),
    *(0x1000, 0x1100, 0x2000, 0x3000, 0x3400, 0xAC00, 0xD7B0),
)
"""Where scripts begin: Latin with marks, Greek, Cyrillic, Armenian, Hebrew, Arabic, Devanagari and Bengali, the others
of India, Thai, Burmese and Georgian, the rest of the alphabets, signs, kana, Han, Hangul, all else.
"""

EARLIER_WEIGHTS = (1200, 1080, 600, 2130, 1180, 800, 1250, 1900, 970, 2120, 1800, 900, 1000, 1150, 1250, 2000)
NEWER_WEIGHTS = (1200, 440, 330, 400, 520, 390, 430, 480, 450, 480, 800, 900, 780, 780, 700, 1400)
"""A character of each of them."""


def rough(text: str, encoding: str | None) -> tuple[int, int]:
    """About how many tokens a text is, in thousandths: in ASCII, and beyond it."""
    within = sum(
        (WORDS[letters] if letters < len(WORDS) else LETTER * letters) * times
        for letters, times in Counter(map(len, WORD.findall(text))).items()
    )
    within += sum(weight * len(kind.findall(text)) for kind, weight in WEIGHED)
    if text.isascii():
        return within, 0
    weights = NEWER_WEIGHTS if encoding == NEWER else EARLIER_WEIGHTS
    beyond = sum(
        weights[bisect_right(STARTS, ord(character)) - 1] * times
        for character, times in Counter(text).items()
        if ord(character) >= ASCII
    )
    return within, beyond
