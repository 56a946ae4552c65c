"""Linting paths: read each file, judge its calls, leave out what a comment silences, mend what can be mended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from registry.lint import batch
from registry.lint.files import Trouble, data_of, decoded, encoding_of, kind, walk, write
from registry.lint.finding import Finding
from registry.lint.judging import judged
from registry.lint.mending import applied
from registry.lint.readers import Readers
from registry.lint.silence import is_silenced
from registry.lint.text import File, Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from registry.lint.call import Call
    from registry.lint.settings import Settings

BATCH = "batch"
ROUNDS = 10
"""Times that a file is mended and judged again; what is mended may show what was behind it."""


class Outcome:
    """What came of one file."""

    __slots__ = ("calls", "file", "findings", "mended", "troubles")

    def __init__(self, file: str) -> None:
        self.file = file
        self.calls = 0
        """Calls that were judged."""
        self.findings: list[Finding] = []
        self.troubles: list[Trouble] = []
        self.mended: list[Finding] = []
        """What was wrong and is not any more."""


class Linter:
    """Lints files, one at a time."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.readers = Readers(settings)

    def lint(self, paths: Sequence[str], *, mend: bool = False) -> Iterator[Outcome]:
        """What came of every file under paths. Never raises for what a file contains."""
        for found in walk(paths, self.settings.exclude):
            if isinstance(found, Trouble):
                outcome = Outcome(found.file)
                outcome.troubles.append(found)
                yield outcome
            else:
                yield self.file(*found, mend=mend)

    def file(self, path: str, named: bool = True, *, mend: bool = False) -> Outcome:  # noqa: FBT001, FBT002 - of a pair
        """What came of one file."""
        outcome = Outcome(path)
        try:
            if kind(path) == BATCH:
                self._batch(path, outcome, named=named, mend=mend)
            else:
                self._whole(path, outcome, named=named, mend=mend)
        except Trouble as trouble:
            trouble.named = named
            outcome.troubles.append(trouble)
        outcome.findings.sort(key=lambda one: (one.line, one.column, one.code))
        return outcome

    def _whole(self, path: str, outcome: Outcome, *, named: bool, mend: bool) -> None:
        what = kind(path)
        if what is None:
            raise Trouble(path, "nothing here reads files of this kind", named=named)
        data = data_of(path, self.settings.largest, named=named)
        if not self.readers.is_worth_reading(data.replace(b"\0", b""), what):
            return
        content, encoding = decoded(path, data, what, named=named)
        if encoding == "utf-16":
            mend = False  # which of its two orders is not ours to choose
        for _ in range(ROUNDS):
            file = File(path, content)
            self._judge(Text.whole(file), what, outcome)
            fixable = self._fixable(outcome.findings) if mend else []
            if not fixable:
                return
            content = applied(content, [edit for one in fixable for edit in one.edits])
            write_back(path, content, encoding)
            outcome.mended += fixable

    def _judge(self, text: Text, what: str, outcome: Outcome) -> None:
        outcome.findings, outcome.calls, outcome.troubles = [], 0, []
        for found in self.readers.by_kind[what](text):
            if isinstance(found, Trouble):
                outcome.troubles.append(found)
            elif isinstance(found, Finding):
                self._note(found, text.file, outcome)
            else:
                self._call(found, outcome)

    def _fixable(self, findings: Sequence[Finding]) -> list[Finding]:
        """Those that are mended here, if any is."""
        return [one for one in findings if one.edits and (self.settings.models or not one.moves)]

    def _call(self, call: Call, outcome: Outcome) -> None:
        outcome.calls += 1
        if call.surface == "litellm":
            call.given = {**self.settings.given, **call.given}
        for finding in judged(call, self.settings):
            self._note(finding, call.file, outcome)

    def _note(self, finding: Finding, file: File, outcome: Outcome) -> None:
        if not is_silenced(finding, file, self.settings.on):
            outcome.findings.append(finding)

    def _batch(self, path: str, outcome: Outcome, *, named: bool, mend: bool) -> None:
        """A line at a time, so that its size does not matter."""
        try:
            with open(path, "rb") as file:  # noqa: PTH123 - lines of bytes
                start = file.readline(1_000_000)
            encoding = encoding_of(start, BATCH)
            with open(path, encoding=encoding, newline="") as lines:  # noqa: PTH123 - as above
                made = self._lines(path, lines, outcome, mend=mend)
        except OSError as error:
            raise Trouble(path, error.strerror or str(error), named=named) from None
        except UnicodeError:
            raise Trouble(path, f"this is no {encoding}", named=named) from None
        if made:
            with open(path, encoding=encoding, newline="") as lines:  # noqa: PTH123 - as above
                content = [made.get(number, line) for number, line in enumerate(lines, 1)]
            write_back(path, "".join(content), encoding)

    def _lines(self, path: str, lines: Iterator[str], outcome: Outcome, *, mend: bool) -> dict[int, str]:
        """Judge the lines of a Batch file; those that were mended, by number."""
        made: dict[int, str] = {}
        for found in batch.calls(path, lines, self.settings.catalogue):
            if isinstance(found, tuple):
                file, error = found
                outcome.troubles.append(Trouble(path, f"no JSON: {error}", *file.position(error.at)))
                continue
            before = len(outcome.findings)
            self._call(found, outcome)
            fixable = self._fixable(outcome.findings[before:]) if mend else []
            if fixable:
                made[found.file.first] = (
                    applied(found.file.text, [edit for one in fixable for edit in one.edits]) + "\n"
                )
                outcome.mended += fixable
                outcome.findings[before:] = [one for one in outcome.findings[before:] if one not in fixable]
        return made


def write_back(path: str, content: str, encoding: str) -> None:
    """Write a mended file. Raises Trouble when it can't be written."""
    try:
        write(path, content, encoding)
    except (OSError, UnicodeError) as error:
        raise Trouble(path, f"can't be written: {error}") from None
