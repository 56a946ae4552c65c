"""From logs to a ledger: what can be priced is entered, what can't is said, with its place and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from registry.cli import logs, telemetry
from registry.cli.answers import requests
from registry.cli.parsing import Unreadable
from registry.cli.screen import Progress, complain
from registry.diagnostics import NoPrice, UnknownModel

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from registry.cli.ledger import Ledger
    from registry.cli.pricing import Pricing

UNKNOWN = (NoPrice, UnknownModel)


class Bookkeeper:
    """Enters logged values into a ledger, and says of what can't be entered where it is and why."""

    def __init__(self, pricing: Pricing, ledger: Ledger, *, skip: bool) -> None:
        self.pricing = pricing
        self.ledger = ledger
        self.skip = skip
        self.unreadable = 0
        self.progress = Progress()

    def enter(self, names: Iterable[str]) -> None:
        """Enter all that is in files."""
        for name in names:
            for found in logs.read(name, self.pricing.catalogue.header["meters"]):
                if isinstance(found, Unreadable):
                    self.unreadable += 1
                    self._say(str(found))
                else:
                    for place, value in requests(*found):
                        self._enter(place, value)
                    self.progress.step()
        self.progress.clear()

    def _enter(self, place: str, value: Any) -> None:  # noqa: ANN401 - JSON
        if isinstance(value, dict) and telemetry.adds_up(value):
            self.ledger.summaries += 1
            return
        try:
            entries = self.pricing.entries(value)
        except UNKNOWN as error:
            self.ledger.unpriced += 1
            if not self.skip:
                self._say(f"{place}: {error}")
        except (ValueError, TypeError) as error:
            self.ledger.wrong += 1
            self._say(f"{place}: {error}")
        else:
            self.ledger.unbilled += not entries
            for at, entry in enumerate(entries):
                charge, told, amounts = entry
                self.ledger.add(charge.raw, told, amounts, first=at == 0)

    def _say(self, text: str) -> None:
        self.progress.clear()
        complain(text)

    def status(self) -> int:
        """The exit status."""
        if self.unreadable:
            return 2
        return 1 if self.ledger.wrong or (self.ledger.unpriced and not self.skip) else 0
