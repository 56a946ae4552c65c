"""What the calls that litellm made came to, by the catalogue's prices."""

from __future__ import annotations

from decimal import Decimal
from threading import Lock
from typing import TYPE_CHECKING, Any

from registry.cost import cost
from registry.diagnostics import NoPrice, UnknownModel
from registry.integrations.policy import LOGGER

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from registry.bill import Cost

REMEMBERED = 10_000
"""Calls remembered: litellm may tell of one twice, as of a sync call and as of an async one."""


class Costs:
    """The sum of what was answered, in USD, and how many answers had a price and had none."""

    def __init__(self, options: Mapping[str, Any], on_cost: Callable[[Cost], object] | None) -> None:
        self.total = Decimal(0)
        self.priced = 0
        self.unpriced = 0
        """Answers of models or with meters without a known price: they are in no sum."""
        self._options = {name: options[name] for name in ("on", "catalogue") if name in options}
        self._on_cost = on_cost
        self._known: dict[str, None] = {}
        self._lock = Lock()

    def add(self, kwargs: Mapping[str, Any], answer: Any) -> None:  # noqa: ANN401 - litellm's
        """Price an answer, once."""
        usage = getattr(answer, "usage", None)
        if usage is None or not self._first(str(kwargs.get("litellm_call_id"))):
            return
        name = str(getattr(answer, "model", None) or kwargs.get("model"))
        counted = usage.model_dump(exclude_none=True) if hasattr(usage, "model_dump") else usage
        try:
            spent = self._priced(name, counted, getattr(answer, "service_tier", None))
        except (NoPrice, UnknownModel, ValueError) as reason:
            LOGGER.info("an answer of %s has no price: %s", name, reason)
            with self._lock:
                self.unpriced += 1
            return
        with self._lock:
            self.total += spent.total
            self.priced += 1
        if self._on_cost is not None:
            self._on_cost(spent)

    def _priced(self, name: str, usage: Any, tier: str | None) -> Cost:  # noqa: ANN401 - litellm's
        if not usage.get("total_tokens"):
            raise NoPrice("litellm was told of no usage")  # as of a stream that nobody asked for it; not 0 USD
        return cost(name, usage=usage, tier=tier, **self._options)

    def _first(self, call: str) -> bool:
        with self._lock:
            if call in self._known:
                return False
            self._known[call] = None
            if len(self._known) > REMEMBERED:
                del self._known[next(iter(self._known))]
            return True

    def __repr__(self) -> str:
        return f"<{self.total} USD for {self.priced} answers, {self.unpriced} without a price>"
