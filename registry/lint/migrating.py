"""From one model to another: every call that names it, what has to change there, and the edits that say so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from registry.lint.call import Call
from registry.lint.files import Trouble, data_of, decoded, kind, walk
from registry.lint.judging import judged
from registry.lint.linter import BATCH, write_back
from registry.lint.mending import applied, rewritten
from registry.lint.readers import Readers
from registry.lint.text import File, Text
from registry.lint.value import Value
from registry.succession import RETIRED, succession

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from registry.lint.finding import Edit, Finding
    from registry.lint.settings import Settings


MODEL = "model"
"""Where a call names its model."""


class Site:
    """A call that names the model: where, how it is to be named, and what is then wrong with it."""

    __slots__ = ("column", "edits", "file", "findings", "line", "new", "old")

    def __init__(self, call: Call, old: str, new: str, edits: Sequence[Edit], findings: Sequence[Finding]) -> None:
        value = call.arguments.items()[MODEL]
        self.file = call.file.name
        self.line, self.column = call.file.position(value.span[0])
        self.old = old
        """The name as it is written, prefix included."""
        self.new = new
        self.edits = tuple(edits)
        """How to write it, and what goes with it; empty where the name is no literal of the call."""
        self.findings = tuple(findings)
        """What is wrong with the call under the new name, and was not under the old one."""

    def as_dict(self) -> dict[str, object]:
        """JSON-ready."""
        return {
            "file": self.file,
            "line": self.line,
            "column": self.column,
            "from": self.old,
            "to": self.new,
            "fixable": bool(self.edits),
            "findings": [finding.as_dict() for finding in self.findings],
        }


class Migrator:
    """Moves calls from one model to another."""

    def __init__(self, settings: Settings, source: str, target: str) -> None:
        """Raises UnknownModel when there is no model of either name."""
        self.settings = settings
        catalogue = settings.catalogue
        self.source = catalogue.resolve(source).id
        found = catalogue.resolve(target)
        model = catalogue.by_id(found.id, settings.on, settings.trust)
        told = succession(catalogue, model)
        later = catalogue.find(told.name) if model.status == RETIRED and told.name else None
        self.target = (later or found).id
        self.note = f"{found.id} was shut down on {model.lifecycle['shutdown']}.{told}" if later else ""
        """Why it is another model than the one that was asked for; empty where it is that."""
        self.readers = Readers(settings)

    def migrate(self, paths: Sequence[str], *, write: bool) -> Iterator[tuple[list[Site], list[Trouble]]]:
        """The call sites of every file that has some, and what could not be read; `write`: patched as they are told."""
        for found in walk(paths, self.settings.exclude):
            if isinstance(found, Trouble):
                yield [], [found]
                continue
            path, named = found
            try:
                sites, troubles = self._file(path, named=named, write=write)
            except Trouble as trouble:
                trouble.named = named
                sites, troubles = [], [trouble]
            if sites or troubles:
                yield sites, troubles

    def _file(self, path: str, *, named: bool, write: bool) -> tuple[list[Site], list[Trouble]]:
        what = kind(path)
        if what == BATCH and not named:
            return [], []
        if what is None or what == BATCH:
            raise Trouble(path, "migrate reads source, pages, configurations and scripts alone", named=named)
        data = data_of(path, self.settings.largest, named=named)
        if self.source.encode() not in data:
            return [], []
        content, encoding = decoded(path, data, what, named=named)
        file = File(path, content)
        sites, troubles = [], []
        for found in self.readers.by_kind[what](Text.whole(file)):
            if isinstance(found, Trouble):
                troubles.append(found)
            elif isinstance(found, Call) and (site := self._site(found)) is not None:
                sites.append(site)
        edits = [edit for site in sites for edit in site.edits]
        if write and edits:
            write_back(path, applied(content, edits), encoding)
        return sites, troubles

    def _site(self, call: Call) -> Site | None:
        """The call as a site, where it names the old model and nothing else, such as a fine-tune of it."""
        name = call.model
        found = self.settings.catalogue.find(name) if name else None
        if name is None or found is None or found.id != self.source or not name.endswith(self.source):
            return None
        new = name.removesuffix(self.source) + self.target
        old = call.arguments.items()[MODEL]
        moved = _renamed(call, new)
        # What is said of the name itself is said of another model than before.
        before = {(one.code, one.path) for one in judged(call, self.settings) if one.path != MODEL}
        fresh = [one for one in judged(moved, self.settings) if (one.code, one.path) not in before]
        literal = old.literal
        if literal is None or not call.span[0] <= literal.span[0] < call.span[1]:
            return Site(call, name, new, (), fresh)
        edits = [rewritten(literal, new), *(edit for one in fresh if one.path != MODEL for edit in one.edits)]
        return Site(call, name, new, edits, fresh)


def _renamed(call: Call, name: str) -> Call:
    """The same call of another model."""
    old = call.arguments
    made = Value({**old.data, MODEL: Value(name, old.data[MODEL].span)}, old.span)
    made.keys, made.open = old.keys, old.open
    return Call(call.file, call.span, call.surface, call.mode, made, given=call.given, sends=call.sends)
