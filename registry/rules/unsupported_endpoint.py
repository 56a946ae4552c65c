"""REQ003: a model that this endpoint does not take."""

from __future__ import annotations

from registry.domain import listed
from registry.rules._rule import rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from registry.diagnostics import Problem
    from registry.rules._rule import Case


@rule("REQ003", "error", "unsupported_endpoint")
def unsupported_endpoint(case: Case, problem: Problem) -> str:
    """The model is real, but not at this endpoint.

    ## Why
    Many models answer on /v1/responses alone; an embedding model takes no messages.

    ## Example
        check({"model": "gpt-5-pro", "messages": [{"role": "user", "content": "hi"}]}, endpoint="/v1/chat/completions")

    ## Instead
        check({"model": "gpt-5-pro", "input": "hi"}, endpoint="/v1/responses")
    """
    del problem
    model = case.model
    modes = (model.modes or ()) if model else ()
    paths = [case.catalogue.path(mode) for mode in modes]
    where = f"it answers at {listed(paths, 'and')}" if paths else "no endpoint takes it"
    dissent = ""
    if model is not None:
        sides = [case.word(source) for source, said in model.disputed("modes").items() if case.shape["shape"] in said]
        dissent = f" {listed(sides, 'and')} says otherwise." if sides else ""
    note = f" {model.note}" if model and model.note and not paths else ""
    return f"{case.name} does not answer at {case.endpoint}: {where}.{note}{dissent}"
