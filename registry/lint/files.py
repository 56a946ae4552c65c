"""The files under given paths, and their texts: whatever encoding, size or kind of file somebody has there."""

from __future__ import annotations

import codecs
import io
import os
import stat
import tokenize
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

KINDS = {
    ".py": "python",
    ".pyi": "python",
    ".ipynb": "notebook",
    ".md": "markdown",
    ".mdx": "markdown",
    ".markdown": "markdown",
    ".yaml": "yaml",
    ".yml": "yaml",
    ".jsonl": "batch",
    ".ndjson": "batch",
    ".sh": "shell",
    ".bash": "shell",
    ".zsh": "shell",
}
"""What a file is read as, by the end of its name."""

SKIPPED = frozenset({"node_modules", "site-packages", "__pycache__", "venv", "env.bak", "bower_components"})
"""Folders of other people's code; folders that begin with a dot are skipped too."""


class Trouble(Exception):  # noqa: N818 - reads as what it is
    """A file, or a part of one, that can't be read, and why; `line` and `column` count from 1."""

    def __init__(self, file: str, message: str, line: int = 0, column: int = 0, *, named: bool = False) -> None:
        place = f"{file}:{line}:{column}" if line else file
        super().__init__(f"{place}: {message}")
        self.file = file
        self.named = named
        """Whether somebody asked for this very file."""


def kind(path: str) -> str | None:
    """What a file is read as; None: not at all."""
    return KINDS.get(os.path.splitext(path)[1].lower())  # noqa: PTH122 - a tenth of the time, for each file


def walk(paths: Sequence[str], exclude: Sequence[str]) -> Iterator[tuple[str, bool] | Trouble]:
    """Every file to read, and whether it was named itself; each once, links to folders are not followed."""
    seen: set[str] = set()
    for path in paths:
        if not os.path.isdir(path):  # noqa: PTH112 - as above
            if path not in seen and not _is_excluded(path, exclude):
                seen.add(path)
                yield path, True
            continue
        for found in _under(path, exclude):
            if isinstance(found, Trouble):
                yield found
            elif found not in seen:
                seen.add(found)
                yield found, False


def _under(folder: str, exclude: Sequence[str]) -> Iterator[str | Trouble]:
    todo = [folder]
    while todo:
        here = todo.pop()
        try:
            entries = sorted(os.scandir(here), key=lambda entry: entry.name)
        except OSError as error:
            yield Trouble(here, error.strerror or str(error))
            continue
        folders = []
        for entry in entries:
            path = entry.path.removeprefix("./")
            if entry.name.startswith(".") or _is_excluded(path, exclude):
                continue
            if entry.is_dir(follow_symlinks=False):
                if entry.name not in SKIPPED and not os.path.exists(os.path.join(entry.path, "pyvenv.cfg")):  # noqa: PTH110, PTH118 - as above
                    folders.append(entry.path)
            elif kind(entry.name) and entry.is_file(follow_symlinks=False):
                yield path
        todo += reversed(folders)


def _is_excluded(path: str, exclude: Sequence[str]) -> bool:
    if not exclude:
        return False
    name, plain = os.path.basename(path), path.replace(os.sep, "/")  # noqa: PTH119 - as above
    return any(
        fnmatchcase(plain, pattern) or fnmatchcase(name, pattern) or plain.startswith(f"{pattern.rstrip('/')}/")
        for pattern in exclude
    )


def data_of(path: str, largest: int, *, named: bool) -> bytes:
    """The bytes of a file. Raises Trouble for what is no plain file, too large or can't be read."""
    try:
        about = os.stat(path)  # noqa: PTH116 - as above
        if not stat.S_ISREG(about.st_mode):
            raise Trouble(path, "no plain file", named=named)
        if about.st_size > largest:
            raise Trouble(path, f"left out: {about.st_size:,} bytes are more than {largest:,}", named=named)
        return Path(path).read_bytes()
    except OSError as error:
        raise Trouble(path, error.strerror or str(error), named=named) from None


def encoding_of(data: bytes, what: str) -> str:
    """The encoding that a file says it has; UTF-8 when it says none."""
    for mark, name in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if data.startswith(mark):
            return name
    if what == "python":
        try:
            return tokenize.detect_encoding(io.BytesIO(data).readline)[0]
        except SyntaxError:
            return "utf-8"
    return "utf-8"


def decoded(path: str, data: bytes, what: str, *, named: bool) -> tuple[str, str]:
    """The text of a file and its encoding. Raises Trouble when it is in none that it may be in."""
    encoding = encoding_of(data, what)
    try:
        return data.decode(encoding), encoding
    except (UnicodeDecodeError, LookupError):
        line = data[: getattr(error_of(data, encoding), "start", 0)].count(b"\n") + 1
        raise Trouble(path, f"this is no {encoding}", line, 1, named=named) from None


def error_of(data: bytes, encoding: str) -> UnicodeDecodeError | None:
    """Where bytes stop being text."""
    try:
        data.decode(encoding)
    except UnicodeDecodeError as error:
        return error
    except LookupError:
        return None
    return None


def write(path: str, text: str, encoding: str) -> None:
    """Write a file whole or not at all; a link stays a link. Raises OSError, and UnicodeEncodeError."""
    target = os.path.realpath(path)
    data = text.encode(encoding)
    beside = f"{target}.{os.getpid()}.new"
    try:
        Path(beside).write_bytes(data)
        Path(beside).chmod(Path(target).stat().st_mode)
        Path(beside).replace(target)
    finally:
        Path(beside).unlink(missing_ok=True)
