"""Judging a call as a library spells it: by what it sends, told in the spelling that it was written in."""

from __future__ import annotations

from registry.diagnostics import Diagnostic, Fix, Problem, spell_path
from registry.names import LONGEST_NAME
from registry.report import Report
from registry.subject import Setting, nested_name, subject_of
from registry.surfaces import wire
from registry.telling import Telling

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from typing import Any

    from registry.catalogue import Catalogue
    from registry.diagnostics import Severity, Words
    from registry.grading import Options
    from registry.subject import Subject
    from registry.surfaces import Wire

UNSENT = {"refused": "held_back"}
"""Kinds of problem by kinds of notes; other notes are no problem."""

OURS = ("unsent", "held_back")
"""Kinds whose places are those of the arguments already."""


def judged(arguments: Mapping[str, Any], setting: Setting, options: Options, catalogue: Catalogue) -> Report:
    """The report about a call with these arguments; `setting.endpoint` is the one that its function is named after."""
    wired = wire(
        arguments,
        setting.surface,
        endpoint=setting.endpoint,
        catalogue=catalogue,
        on=setting.day,
        trust=setting.trust,
    )
    subject = _subject(wired, setting, catalogue)
    read = subject.read(wired.body)
    found = list(subject.judge(read) or ())
    if options.reckons:
        from registry.reckoning import reckoned  # no other verdict needs a price

        found += reckoned(read, subject, options)
    found += _unsent(wired, {wired.path(problem.path) for problem in found})
    telling = SpelledTelling(subject, read, found, options, wired)
    return Report(telling.ok(), lambda: telling)


def _subject(wired: Wire, setting: Setting, catalogue: Catalogue) -> Subject:
    given = wired.body.get("model")
    name = given if isinstance(given, str) else None
    if given is None and wired.endpoint is not None:
        name = nested_name(wired.body, wired.endpoint, catalogue)
    key = ("spelled", name, wired.endpoint, setting.day, setting.trust, setting.surface)
    kept: Subject | None = catalogue.cache.get(key)
    if kept is None:
        where = Setting(wired.endpoint, setting.day, setting.trust, setting.surface)
        kept = subject_of(catalogue, name, where)
        if name is None or len(name) <= LONGEST_NAME:
            catalogue.keep(key, kept)
    return kept


def _unsent(wired: Wire, said: Collection[tuple[object, ...]]) -> Iterator[Problem]:
    """What of a call is not sent though its caller would think so, and what its library refuses before sending."""
    for one in wired.dropped:
        if one.surprising:
            yield Problem("unsent", one.value, {}, one.why, reversed(one.path))
    for note in wired.notes:
        if note.kind in UNSENT and note.path not in said:
            yield Problem(UNSENT[note.kind], None, {}, note.message, reversed(note.path))


class SpelledTelling(Telling):
    """Tells in the caller's spelling."""

    __slots__ = ("wired",)

    def __init__(self, subject: Subject, body: Any, found: Collection[Problem], options: Options, wired: Wire) -> None:  # noqa: ANN401 - whatever a caller sends
        super().__init__(subject, body, found, options)
        self.wired = wired

    def __call__(self, severity: Severity) -> tuple[Diagnostic, ...]:
        """The diagnostics of one severity, with their places, words and fixes as the caller would write them."""
        return tuple(map(self._respelled, self.problems(severity), super().__call__(severity)))

    def _respelled(self, problem: Problem, told: Diagnostic) -> Diagnostic:
        if problem.kind in OURS:
            return told
        path = spell_path(self.wired.path(problem.path))
        return Diagnostic(told, problem, told.severity, path, _Spelling(self.words, self.wired, told.path, path))


class _Spelling:
    """One problem's words with the place as the caller spells it."""

    __slots__ = ("path", "sent", "wired", "words")

    def __init__(self, words: Words, wired: Wire, sent: str, path: str) -> None:
        self.words = words
        self.wired = wired
        self.sent = sent
        """The place in the body."""
        self.path = path
        """The place in the arguments."""

    def __call__(self, what: str, problem: Problem, severity: Severity) -> object:
        said = self.words(what, problem, severity)
        if what == "message":
            return self._respelled(str(said))
        if what == "fixes":
            return tuple(self._fixes(said))  # type: ignore[arg-type]
        return said

    def _fixes(self, fixes: Collection[Fix]) -> Iterator[Fix]:
        for fix in fixes:
            edits = self.wired.edits(fix.edits)
            if edits is not None:
                yield Fix(self._respelled(fix.title), edits)

    def _respelled(self, text: str) -> str:
        if self.sent == self.path or not self.sent:
            return text
        import re  # for mistakes only

        # A plain word may stand in a sentence for what it means: it is the place where a value follows.
        follows = r"(?![\w\[])" if not self.sent.isalpha() else "(?==)"
        return re.sub(rf"(?<![\w.\]]){re.escape(self.sent)}{follows}", lambda _: self.path, text)
