"""Jinja2, and nothing else of it anywhere: our templates, and those of users, which may do less."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from registry.generate.markdown import aligned, code, link, text

if TYPE_CHECKING:
    from collections.abc import Sequence

OURS = Path(__file__).parent / "templates"


class BadTemplate(ValueError):  # noqa: N818 - reads as what it is
    """A user's template that can't be read or fails; the message has its place."""


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    return "\n".join(aligned(head, rows))


def _environment(kind: type[Environment], folder: Path) -> Environment:
    made = kind(
        loader=FileSystemLoader(folder),
        undefined=StrictUndefined,
        autoescape=False,  # what is printed is Markdown; the filter `text` escapes it
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters.update(code=code, text=text)
    made.globals.update(link=link, table=_table)
    return made


_ours: list[Environment] = []


def printed(template: str, /, **context: Any) -> str:  # noqa: ANN401 - what a template reads
    """One of our templates with its context."""
    if not _ours:
        _ours.append(_environment(Environment, OURS))
    return _ours[0].get_template(template).render(context)


def printed_by(path: Path, /, **context: Any) -> str:  # noqa: ANN401 - what a template reads
    """A user's template with its context; it may include what lies beside it, and call nothing of Python's.

    Raises BadTemplate.
    """
    if not path.is_file():
        raise BadTemplate(f"{path}: there is no such template")
    try:
        return _environment(ImmutableSandboxedEnvironment, path.parent).get_template(path.name).render(context)
    except Exception as error:  # noqa: BLE001 - a user's template may fail in any way, and its user should read where
        line = getattr(error, "lineno", None) or _line(error, path.name)
        said = error.message if isinstance(error, TemplateError) else f"{type(error).__name__}: {error}"
        raise BadTemplate(f"{path}{f':{line}' if line else ''}: {said or type(error).__name__}") from None


def _line(error: Exception, name: str) -> int | None:
    """Where in a template an error arose while it ran."""
    found, trace = None, error.__traceback__
    while trace:
        if Path(trace.tb_frame.f_code.co_filename).name == name:
            found = trace.tb_lineno
        trace = trace.tb_next
    return found
