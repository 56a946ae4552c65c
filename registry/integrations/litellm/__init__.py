"""A guard for litellm: for its SDK, its router and its proxy.

    litellm.callbacks = [guard]                                 # async calls
    guard.install()                                             # sync calls as well
    litellm_settings: {callbacks: registry.integrations.litellm.guard}   # in the proxy's config.yaml

litellm asks its callbacks before an async call, after a deployment is chosen, and lets them change or stop it: there
the call's arguments are judged as what litellm makes of them (`drop_params`, `allowed_openai_params`,
`additional_drop_params` and `base_model` included). Before a sync call it asks nobody, so `install` judges those where
they leave, in the HTTP clients that litellm lets its user set.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import httpx
import litellm
from litellm import exceptions
from litellm.integrations.custom_logger import CustomLogger

from registry.catalogue import bundled
from registry.days import day_of
from registry.integrations.exchange import refusal
from registry.integrations.httpx import GuardTransport
from registry.integrations.litellm.calls import call_of
from registry.integrations.litellm.costs import Costs
from registry.integrations.outcome import report_of
from registry.integrations.policy import LOGGER
from registry.integrations.policy import Guard as _Guard
from registry.integrations.through import through

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from registry.bill import Cost
    from registry.catalogue import Catalogue
    from registry.integrations.litellm.calls import Call
    from registry.integrations.outcome import Verdict

__all__ = ["Guard", "guard", "report_of"]

KINDS = {400: exceptions.BadRequestError, 403: exceptions.PermissionDeniedError, 404: exceptions.NotFoundError}
LAID_OVER = "responses"
"""The sync function before which litellm does ask: what its callbacks return it lays over what it would send."""

UNSTOPPABLE = "litellm asks nobody before a sync call: `guard.install()` judges those where they leave"


class Guard(_Guard, CustomLogger):
    """A callback that judges calls before they are sent, and prices them after. `costs` has what they came to."""

    def __init__(self, *given: Any, on_cost: Callable[[Cost], object] | None = None, **options: Any) -> None:  # noqa: ANN401 - those of every guard
        super().__init__(*given, **options)
        self.costs = Costs(self.options, on_cost)
        self._installed = False
        self._judged = False

    def install(self) -> None:
        """Guard sync calls too, in the HTTP clients that litellm makes and keeps from now on; and be a callback."""
        if self not in litellm.callbacks:
            litellm.callbacks.append(self)
        if self._installed:
            return
        self._installed = True
        session = litellm.client_session or httpx.Client(follow_redirects=True, timeout=litellm.request_timeout)
        litellm.client_session = through(session, self, refusal)
        inner = getattr(litellm, "sync_transport", None) or httpx.HTTPTransport()
        litellm.sync_transport = GuardTransport(inner, self)
        litellm.in_memory_llm_clients_cache.flush_cache()

    async def async_pre_call_deployment_hook(self, kwargs: dict[str, Any], call_type: Any) -> dict[str, Any] | None:  # noqa: ANN401 - an enum of litellm
        """Stop a call that would be refused, or change it, before litellm makes a request of it."""
        self._judged = True
        function = str(getattr(call_type, "value", call_type))
        call = self._call(kwargs, function) if self.policy != "off" or function == LAID_OVER else None
        sent = call.sendable(kwargs) if call is not None and function == LAID_OVER else None
        if self.policy == "off":
            return sent
        if call is None:
            self.skip()
            return None
        verdict = self.judge(call.body, self._catalogue().path(call.mode or ""), back=call.fixed)
        if verdict is None or verdict.action == "send":
            return sent
        if verdict.action == "fix":
            return verdict.body if sent is None else call.sendable(verdict.body or {})
        raise _error(verdict, call.body)

    def _catalogue(self) -> Catalogue:
        return self.options.get("catalogue") or bundled()

    def _call(self, kwargs: Mapping[str, Any], function: str) -> Call | None:
        day = day_of(self.options.get("on"))
        try:
            return call_of(kwargs, function, self.hosts, self._catalogue(), day, self.options.get("trust"))
        except Exception:  # noqa: BLE001 - what litellm does with a call is litellm's to say
            LOGGER.exception("a call of litellm.%s could not be read, and is sent as it is", function)
            return None

    def log_pre_api_call(self, model: str, messages: Any, kwargs: dict[str, Any]) -> None:  # noqa: ANN401 - litellm's
        """Say once that sync calls are not guarded, where they are not; litellm lets nobody stop one here."""
        del model, messages, kwargs
        if not (self._installed or self._judged or self.policy == "off"):
            self._judged = True
            LOGGER.warning(UNSTOPPABLE)

    def log_success_event(self, kwargs: dict[str, Any], response_obj: Any, start_time: Any, end_time: Any) -> None:  # noqa: ANN401 - litellm's
        """Price a call that was answered."""
        del start_time, end_time
        self.costs.add(kwargs, response_obj)

    async def async_log_success_event(
        self,
        kwargs: dict[str, Any],
        response_obj: Any,  # noqa: ANN401 - litellm's
        start_time: Any,  # noqa: ANN401 - litellm's
        end_time: Any,  # noqa: ANN401 - litellm's
    ) -> None:
        """As `log_success_event`."""
        self.log_success_event(kwargs, response_obj, start_time, end_time)


def _error(verdict: Verdict, body: Mapping[str, Any]) -> Exception:
    """What litellm raises for the API's answer, with the report."""
    said = verdict.api["error"]
    response = httpx.Response(
        verdict.status, json=verdict.api, request=httpx.Request("POST", f"https://api{verdict.report.endpoint}")
    )
    error: Any = KINDS.get(verdict.status, exceptions.BadRequestError)(
        f"OpenAIException - {said['message']}", llm_provider="openai", model=str(body.get("model")), response=response
    )
    error.body, error.param, error.code, error.report = said, said["param"], said["code"], verdict.report
    for diagnostic in verdict.report.errors:
        error.add_note(str(diagnostic))
    assert isinstance(error, Exception)  # noqa: S101
    return error


guard = Guard()
"""Guards with the policy that the environment names, or raise; what a proxy's config names."""
