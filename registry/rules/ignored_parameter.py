"""REQ005: a parameter that the server takes and does nothing with."""

from __future__ import annotations

from registry.diagnostics import spell_path
from registry.rules._rule import removal, rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from registry.diagnostics import Fix, Problem
    from registry.rules._rule import Case


@rule("REQ005", "warning", "ignored", "unknown_key")
def ignored_parameter(case: Case, problem: Problem) -> str:
    """The server takes this parameter and does nothing with it.

    ## Why
    Code that sets it believes something that is not so.

    ## Example
        check({"model": "whisper-1", "file": "speech.mp3", "stream": True}, endpoint="/v1/audio/transcriptions")

    ## Instead
        check({"model": "whisper-1", "file": "speech.mp3"}, endpoint="/v1/audio/transcriptions")
    """
    if problem.kind == "unknown_key":
        return f"{case.endpoint} describes no {spell_path(problem.path)}; whether it is refused is not known."
    return f"{case.who} takes {spell_path(problem.path)} and ignores it."


@ignored_parameter.fix
def _leave_out(case: Case, problem: Problem) -> Iterator[Fix]:
    del case
    yield removal(problem)
