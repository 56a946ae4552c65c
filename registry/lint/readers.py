"""A file of any kind → the calls that it will make, and what else is wrong with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from registry.lint import batch, markdown, notebook, proxy, shell
from registry.lint.files import Trouble
from registry.lint.jsontext import NoJson
from registry.lint.python import Broken, Functions, is_worth_reading, read
from registry.lint.python.reading import Reader, parsed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from registry.lint.call import Call
    from registry.lint.finding import Finding
    from registry.lint.python.scope import Reference
    from registry.lint.settings import Settings
    from registry.lint.text import Text

    Found = Call | Finding | Trouble

ROUTES = b"model_list"
"""What a configuration of LiteLLM's proxy has."""


class Readers:
    """Reads files by their kind."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.functions = Functions(settings.catalogue)
        tables = self.functions.tables.values()
        self.hosts = tuple({host.encode() for table in tables for host in table.get("hosts", ())})
        self.by_kind: dict[str, Callable[[Text], Iterator[Found]]] = {
            "python": self.python,
            "notebook": self.notebook,
            "markdown": self.markdown,
            "yaml": self.yaml,
            "shell": self.shell,
        }

    def is_worth_reading(self, data: bytes, kind: str) -> bool:
        """Whether a file mentions anything that its reader looks for; most files do not, and cost no more."""
        if kind == "yaml":
            return ROUTES in data
        hosts = any(host in data for host in self.hosts)
        if kind == "shell":
            return hosts
        return is_worth_reading(data, self.functions) or (kind == "markdown" and (hosts or ROUTES in data))

    def python(self, text: Text) -> Iterator[Found]:
        """The calls of a module."""
        try:
            yield from read(text, self.functions)
        except Broken as error:
            yield Trouble(text.file.name, f"no Python that {_version()} reads: {error}", error.line, 1)

    def notebook(self, text: Text) -> Iterator[Found]:
        """The calls of the code cells, as one module; a cell that is no Python is left out."""
        try:
            cells = [cell for cell in notebook.cells(text) if _is_python(cell)]
            if cells:
                yield from read(notebook.module(cells), self.functions)
        except NoJson as error:
            yield Trouble(
                text.file.name, f"no notebook: {error}", *text.file.position(text.span(error.at, error.at)[0])
            )
        except Broken as error:
            yield Trouble(text.file.name, f"no Python: {error}")

    def markdown(self, text: Text) -> Iterator[Found]:
        """The blocks of a page: each stands alone, but for what the page imports. What is no Python is an excerpt."""
        found = list(markdown.blocks(text))
        programs = [
            markdown.program(block) if language == "session" else block
            for language, block in found
            if language in ("python", "session")
        ]
        yield from self._programs(programs)
        for language, block in found:
            if language == "shell":
                yield from self.shell(block)
            elif language == "yaml":
                yield from (one for one in self.yaml(block) if not isinstance(one, Trouble))
            elif language == "batch":
                yield from self._batch_block(block)

    def _programs(self, programs: list[Text]) -> Iterator[Found]:
        readers = [Reader(text, self.functions, {}) for text in programs if _is_python(text)]
        imported: dict[str, set[Reference | None]] = {}
        for reader in readers:
            try:
                reader.calls()
            except Broken:
                continue
            for name, references in reader.references().items():
                imported.setdefault(name, set()).update(references)
        agreed = {
            name: one for name, ones in imported.items() if len(ones) == 1 and (one := next(iter(ones))) is not None
        }
        for reader in readers:
            try:
                yield from read(reader.text, self.functions, agreed)
            except Broken:
                continue

    def _batch_block(self, block: Text) -> Iterator[Found]:
        first = block.file.position(block.offsets[0])[0]
        for found in batch.calls(block.file.name, block.content.splitlines(), self.settings.catalogue):
            if not isinstance(found, tuple):
                found.file.first += first - 1
                yield found

    def yaml(self, text: Text) -> Iterator[Found]:
        """The routes of a configuration, and what is wrong with its own words."""
        try:
            value = proxy.config(text)
        except proxy.NoYaml as error:
            yield Trouble(text.file.name, f"no YAML: {error}", error.line, error.column)
            return
        if value is not None:
            yield from proxy.findings(value, text, self.settings)
            yield from proxy.calls(value, text)

    def shell(self, text: Text) -> Iterator[Found]:
        """The curl commands of a script."""
        yield from shell.calls(text, self.settings.catalogue)


def _is_python(text: Text) -> bool:
    try:
        parsed(text.content.replace("\r\n", " \n").replace("\r", "\n"))
    except Broken:
        return False
    return True


def _version() -> str:
    import sys

    return f"Python {sys.version_info.major}.{sys.version_info.minor}"
