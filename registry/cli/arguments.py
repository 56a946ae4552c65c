"""Options as data, read by click and, where nothing about them is wrong, by a parser that does without it."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any, Literal, TypeAlias

    Kind: TypeAlias = Literal["text", "many", "flag"]

FILES = "files"
"""Where the words that belong to no option go."""


class UsageMistake(Exception):  # noqa: N818 - reads as what it is
    """Arguments that make no sense, found before anything was read or printed."""

    def __init__(self, message: str, option: str | None = None) -> None:
        super().__init__(f"Invalid value for '{option}': {message}" if option else message)


class Option:
    """One option of a command: its flags, what it takes, and its line of help."""

    __slots__ = ("choices", "flags", "help", "kind", "metavar", "name")

    def __init__(
        self,
        *flags: str,
        help: str,  # noqa: A002 - click's word
        kind: Kind = "text",
        metavar: str | None = None,
        choices: Sequence[str] = (),
    ) -> None:
        self.flags = flags
        self.name = max(flags, key=len).lstrip("-").replace("-", "_")
        """The key of its value."""
        self.help = help
        self.kind = kind
        """`text` takes a value, `many` one each time it is given, `flag` none."""
        self.metavar = metavar
        self.choices = tuple(choices)

    @property
    def start(self) -> Any:  # noqa: ANN401 - by kind
        """Its value when it is not given."""
        return {"text": None, "many": (), "flag": False}[self.kind]

    def __repr__(self) -> str:
        return f"<option {self.flags[-1]}>"


def parse(words: Sequence[str], options: Sequence[Option]) -> dict[str, Any] | None:
    """The values of options by name, and the remaining words under `files`, as click would read them.

    None for whatever is not plain: a mistake, a call for help, a spelling that only click knows.
    """
    flags = {flag: option for option in options for flag in option.flags}
    given: dict[str, Any] = {option.name: option.start for option in options}
    files: list[str] = []
    rest = iter(words)
    for word in rest:
        if word == "--":
            files += rest
        elif word == "-" or not word.startswith("-"):
            files.append(word)
        elif not _take(word, rest, flags, given):
            return None
    return {**given, FILES: tuple(files)}


def _take(word: str, rest: Any, flags: dict[str, Option], given: dict[str, Any]) -> bool:  # noqa: ANN401 - an iterator
    """Read one option; False when it is not plain."""
    flag, equals, value = word.partition("=") if word.startswith("--") else (word, "", "")
    option = flags.get(flag)
    if option is None or (option.kind == "flag" and equals):
        return False
    if option.kind == "flag":
        given[option.name] = True
        return True
    text = value if equals else next(rest, None)
    if text is None or (option.choices and text not in option.choices):
        return False
    given[option.name] = (*given[option.name], text) if option.kind == "many" else text
    return True
