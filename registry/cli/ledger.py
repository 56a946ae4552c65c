"""What many requests came to: totals by whatever they are asked by, printed as a table, as JSON or as CSV."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from registry.cli.screen import count, table
from registry.money import spell

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from registry.cli.answers import Charge
    from registry.cli.screen import Painter

LEDGER_VERSION = 1
UNKNOWN = "–"
"""In place of an amount that not all of its requests have."""

NONE = "(none)"
"""In place of a key that a request has no value for."""


class Account:
    """What the requests of one group came to, in units of money; None where one of them has no price."""

    __slots__ = ("amounts", "requests")

    def __init__(self, amounts: int) -> None:
        self.requests = 0
        self.amounts: list[int | None] = [0] * amounts
        """What they came to, and what else they would."""

    def add(self, amounts: Sequence[int | None], requests: int) -> None:
        """Add the amounts of a charge, and the requests that it is for."""
        self.requests += requests
        self.amounts = [
            None if total is None or amount is None else total + amount
            for total, amount in zip(self.amounts, amounts, strict=True)
        ]


class Ledger:
    """Totals by group, and by what else the same requests would cost."""

    def __init__(self, by: Sequence[str], others: Sequence[str]) -> None:
        self.by = tuple(by)
        self.others = tuple(others)
        """The names of further amounts: another day's prices, other models'."""
        self.total = Account(1 + len(self.others))
        self.groups: dict[tuple[str, ...], Account] = {}
        self.unpriced = 0
        """Requests whose price is not known."""
        self.wrong = 0
        """Lines whose usage makes no sense, or that have none."""
        self.unbilled = 0
        """Lines of requests that failed."""

    def add(self, charge: Charge, told: Mapping[str, str], amounts: Sequence[int | None], *, first: bool) -> None:
        """Enter a priced charge, the first of its request or a further one; `told` is what its cost says of itself."""
        group = tuple(told[key] if key in told else _value(charge.raw, key) for key in self.by)
        if group not in self.groups:
            self.groups[group] = Account(1 + len(self.others))
        for account in (self.groups[group], self.total):
            account.add(amounts, int(first))

    def ordered(self) -> list[tuple[tuple[str, ...], Account]]:
        """Groups by day in the order of days, all others with the dearest first."""
        groups = sorted(self.groups.items())
        return groups if "day" in self.by else sorted(groups, key=lambda pair: -(pair[1].amounts[0] or 0))

    def text(self, paint: Painter) -> Iterator[str]:
        """A table of the groups, the total, and what is not in it."""
        head = [*self.by, "requests", "USD", *self.others]
        rows = [[*group, *_cells(account)] for group, account in self.ordered()]
        last = [*(["total", *[""] * (len(self.by) - 1)] if self.by else []), *_cells(self.total)]
        printed = table([head, *rows, last], right=range(len(self.by), len(head)))
        for at, line in enumerate(printed):
            yield paint("strong", line) if at in (0, len(rows) + 1) else line
        if left := self.left():
            yield paint("warning", left)

    def left(self) -> str:
        """What the total leaves out, in words; empty when it is whole."""
        parts = [
            *([f"{count(self.unpriced, 'request')} without a known price"] if self.unpriced else []),
            *([f"{count(self.wrong, 'line')} with a mistake"] if self.wrong else []),
            *([f"{count(self.unbilled, 'failed request')}"] if self.unbilled else []),
        ]
        return f"Not in the total: {', '.join(parts)}." if parts else ""

    def as_dict(self) -> dict[str, Any]:
        """JSON-ready; amounts are decimal strings, null where they are not known of all requests."""
        return {
            "version": LEDGER_VERSION,
            **self._amounts(self.total),
            "unpriced": self.unpriced,
            "wrong": self.wrong,
            "unbilled": self.unbilled,
            "by": list(self.by),
            "groups": [
                {**dict(zip(self.by, group, strict=True)), **self._amounts(account)}
                for group, account in self.ordered()
            ],
        }

    def _amounts(self, account: Account) -> dict[str, Any]:
        usd, *others = [None if units is None else spell(units) for units in account.amounts]
        more = {"others": dict(zip(self.others, others, strict=True))} if others else {}
        return {"requests": account.requests, "usd": usd, **more}

    def csv(self) -> Iterator[list[str]]:
        """A head and the groups, as rows; an amount that is not known of all requests is empty."""
        yield [*self.by, "requests", "usd", *self.others]
        for group, account in self.ordered():
            yield [*group, *_cells(account, unknown="")]


def _cells(account: Account, unknown: str = UNKNOWN) -> list[str]:
    return [str(account.requests), *(unknown if units is None else spell(units) for units in account.amounts)]


def _value(raw: Mapping[str, Any], key: str) -> str:
    """The value of a key, or of a path of keys with dots between them, as text."""
    found: Any = raw.get(key)
    if found is None:
        found = raw
        for step in key.split("."):
            found = found.get(step) if isinstance(found, dict) else None
    if found is None:
        return NONE
    return found if isinstance(found, str) else json.dumps(found)
