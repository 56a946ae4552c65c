"""A guard for LangChain's ChatOpenAI: `llm = guard(ChatOpenAI(…))`, or `guard(llm.bind(…))`.

What the constructor and `bind` already say wrong is refused here, before any conversation; every call is then judged as
it leaves, in the clients that the model calls with, by the guard for openai. LangChain makes errors of its own of that
guard's: `report_of(error)` has the report.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from langchain_core.runnables import RunnableBinding
from langchain_openai.chat_models.base import BaseChatOpenAI

from registry.check import check
from registry.integrations.openai import guarded
from registry.integrations.outcome import report_of
from registry.integrations.policy import LOGGER
from registry.integrations.policy import Guard as _Guard
from registry.integrations.wire import listed
from registry.report import InvalidRequest

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Guard", "guard", "report_of"]

M = TypeVar("M", bound=BaseChatOpenAI | RunnableBinding[Any, Any])

SMALLEST = "Say hi, as JSON."
"""A conversation that asks for nothing that could be refused, and has the word that JSON mode wants."""

LATER = ("REQ012",)
"""Findings that the call may still put right: something is missing."""

CONVERSATION = ("messages", "input")


class Guard(_Guard):
    """Guards chat models and what is bound to them; its `stats` are those of all calls."""

    def __call__(self, model: M) -> M:
        """The model, guarded; the given one stays as it is. Raises InvalidRequest where it is refused already."""
        given: Any = model
        if isinstance(model, RunnableBinding):
            copy: M = given.model_copy(update={"bound": self._guarded(given.bound, given.kwargs)})
        else:
            copy = self._guarded(given, {})
        return copy

    def _guarded(self, model: Any, bound: Mapping[str, Any]) -> Any:  # noqa: ANN401 - a chat model
        if not isinstance(model, BaseChatOpenAI):
            raise TypeError(f"a guard is for ChatOpenAI and what is bound to it, and not for {type(model).__name__}")
        if self.policy in ("raise", "warn"):
            self._foresee(model, bound)
        update: dict[str, Any] = {}
        for root, chat in (("root_client", "client"), ("root_async_client", "async_client")):
            client = getattr(model, root)
            if client is not None:
                ours = guarded(client, self)
                update |= {root: ours, chat: ours.chat.completions}
        return model.model_copy(update=update)

    def _foresee(self, model: BaseChatOpenAI, bound: Mapping[str, Any]) -> None:
        """Judge the smallest request that the model could send."""
        client = model.root_client or model.root_async_client
        if client is None or not listed(client.base_url.host, self.hosts):
            return
        try:
            payload = model._get_request_payload(SMALLEST, **bound)  # noqa: SLF001 - what its own subclasses extend
        except Exception:  # noqa: BLE001 - its own word comes when it is called
            LOGGER.exception("what the model would send could not be foreseen")
            return
        body = payload | (payload.pop("extra_body", None) or {})
        if model.streaming:
            body["stream"] = True
        endpoint = "responses" if "input" in body else "chat"
        options = {**self.options, "ignore": (*self.options.get("ignore", ()), *LATER)}
        report = check(body, endpoint=endpoint, **options)
        if not any(not error.path.startswith(CONVERSATION) for error in report.errors):
            return
        if self.policy == "raise":
            raise InvalidRequest(report)
        for error in report.errors:
            LOGGER.warning("every call would be refused: %s", error)


guard = Guard()
"""Guards with the policy that the environment names, or raise."""
