"""A guard for the official client: `client = guard(OpenAI())`, or `Guard("fix", trust=…)(AsyncOpenAI())`.

It stands where the client hands a request over to be sent, so it judges every body as it leaves, streamed or not, by
whatever method it was made. The client is of the type that it was, and what it makes by `with_options` is guarded too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

import openai

from registry.integrations.exchange import refusal
from registry.integrations.outcome import report_of
from registry.integrations.policy import Guard as _Guard
from registry.integrations.through import through

if TYPE_CHECKING:
    from registry.integrations.outcome import Verdict
    from registry.report import Report

__all__ = ["Guard", "Refused", "guard", "report_of"]

LETS_ERRORS_PASS = (2, 31)
"""The first version of the client that does not take its own errors, raised while it sends, for a broken connection."""

C = TypeVar("C", bound=openai.OpenAI | openai.AsyncOpenAI)


class Refused(openai.APIStatusError):
    """The API would refuse this request; `report` says why. It is also the error that the API's answer would raise."""

    report: Report


class RefusedBadRequest(openai.BadRequestError, Refused):
    """The API would answer 400."""


class RefusedPermission(openai.PermissionDeniedError, Refused):
    """The API would answer 403."""


class RefusedNotFound(openai.NotFoundError, Refused):
    """The API would answer 404."""


CLASSES: dict[int, type[Refused]] = {400: RefusedBadRequest, 403: RefusedPermission, 404: RefusedNotFound}


class Guard(_Guard):
    """Guards clients; its `stats` are those of all that it guards."""

    def __call__(self, client: C) -> C:
        """The client, guarded; the given one stays as it is. Closing one closes both. Raises TypeError for others."""
        if not isinstance(client, openai.OpenAI | openai.AsyncOpenAI):
            raise TypeError(f"a guard is for OpenAI and AsyncOpenAI, and not for {type(client).__name__}")
        return guarded(client, self)


def guarded(client: C, guard: _Guard) -> C:
    """A client that is guarded by some guard."""
    given: Any = client
    inner = given._client  # noqa: SLF001 - `copy` shares it, and nothing public tells it
    passes = tuple(map(int, openai.__version__.split(".")[:2])) >= LETS_ERRORS_PASS
    copy: C = given.copy(http_client=through(inner, guard, _refuse if passes else refusal))
    return copy


def _refuse(request: Any, verdict: Verdict) -> NoReturn:  # noqa: ANN401 - of either library
    """Raise what the client itself raises for the API's answer, with the report, and its reasons as notes."""
    response, said = refusal(request, verdict), verdict.api["error"]
    kind = CLASSES.get(verdict.status, RefusedBadRequest)
    error = kind(f"Error code: {verdict.status} - {said['message']}", response=response, body=said)
    error.report = verdict.report
    for diagnostic in verdict.report.errors:
        error.add_note(str(diagnostic))
    raise error


guard = Guard()
"""Guards with the policy that the environment names, or raise."""
