"""What many requests came to: totals by whatever they are asked by, printed as a table, as JSON or as CSV."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from registry.cli.screen import count, table
from registry.money import spell

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from registry.cli.screen import Painter

LEDGER_VERSION = 1
USD = "usd"
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
    """Totals by group, of an amount or several."""

    rank = 0
    """The amount by which groups are sorted."""

    def __init__(self, by: Sequence[str], columns: Sequence[str]) -> None:
        self.by = tuple(by)
        self.columns = tuple(columns)
        """The names of the amounts: `usd` is what requests came to, others what else they would."""
        self.total = Account(len(self.columns))
        self.groups: dict[tuple[str, ...], Account] = {}
        self.unpriced = 0
        """Requests whose price is not known."""
        self.wrong = 0
        """Lines that make no sense."""
        self.unbilled = 0
        """Lines of requests that failed."""
        self.summaries = 0
        """Spans whose usage is that of other spans together."""

    def add(self, raw: Any, told: Mapping[str, str], amounts: Sequence[int | None], *, first: bool) -> None:  # noqa: ANN401 - JSON
        """Enter what a line comes to, the first of its request or more of it; `told` is what its cost says of itself.

        Other keys to group by are looked up in `raw`, the value that the line has.
        """
        group = tuple(told[key] if key in told else _value(raw, key) for key in self.by)
        if group not in self.groups:
            self.groups[group] = Account(len(self.columns))
        for account in (self.groups[group], self.total):
            account.add(amounts, int(first))

    def close(self, *, whole: bool) -> None:
        """Nothing more comes, and all could be read or not: where nothing could be priced, 0 would be no answer."""
        if not self.total.requests and (self.unpriced or self.wrong or self.summaries or not whole):
            self.total.amounts = [None] * len(self.columns)

    def ordered(self) -> list[tuple[tuple[str, ...], Account]]:
        """Groups by day in the order of days, all others with the dearest first."""
        groups = sorted(self.groups.items())
        return groups if "day" in self.by else sorted(groups, key=lambda pair: -(pair[1].amounts[self.rank] or 0))

    def text(self, paint: Painter) -> Iterator[str]:
        """A table of the groups, the total, and what is not in it."""
        head = [*self.by, "requests", *(USD.upper() if name == USD else name for name in self.columns)]
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
            *([count(self.unbilled, "failed request")] if self.unbilled else []),
            *([f"{count(self.summaries, 'span')} of agents, whose calls have their own"] if self.summaries else []),
        ]
        return f"Not in the total: {', '.join(parts)}." if parts else ""

    def as_dict(self) -> dict[str, Any]:
        """JSON-ready; amounts are decimal strings, null where they are not known of all requests."""
        return {
            "version": LEDGER_VERSION,
            **self.amounts(self.total),
            **self.left_out(),
            "by": list(self.by),
            "groups": [
                {**dict(zip(self.by, group, strict=True)), **self.amounts(account)} for group, account in self.ordered()
            ],
        }

    def left_out(self) -> dict[str, Any]:
        """How many requests and lines are not in the total, JSON-ready."""
        left = {"unpriced": self.unpriced, "wrong": self.wrong, "unbilled": self.unbilled}
        return {**left, "summaries": self.summaries}

    def amounts(self, account: Account) -> dict[str, Any]:
        """The amounts of a group, JSON-ready: what else its requests would come to stands under `others`."""
        others = self.named(account)
        usd = others.pop(USD)
        return {"requests": account.requests, USD: usd, **({"others": others} if others else {})}

    def named(self, account: Account) -> dict[str, str | None]:
        """The amounts of a group by their names."""
        return dict(zip(self.columns, map(spelled, account.amounts), strict=True))

    def csv(self) -> Iterator[list[str]]:
        """A head and the groups, as rows; an amount that is not known of all requests is empty."""
        yield [*self.by, "requests", *self.columns]
        for group, account in self.ordered():
            yield [*group, *_cells(account, unknown="")]


def keys(texts: Sequence[str]) -> list[str]:
    """The keys of `--by`, one or several in each text; the model where it is not given."""
    return [key.strip() for text in texts or ("model",) for key in text.split(",") if key.strip()]


def spelled(units: int | None) -> str | None:
    """An amount as a decimal number."""
    return None if units is None else spell(units)


def _cells(account: Account, unknown: str = UNKNOWN) -> list[str]:
    return [str(account.requests), *(spelled(units) or unknown for units in account.amounts)]


def _value(raw: Any, key: str) -> str:  # noqa: ANN401 - JSON
    """The value of a key, or of a path of keys with dots between them, as text."""
    found: Any = raw.get(key) if isinstance(raw, dict) else None
    if found is None:
        found = raw
        for step in key.split("."):
            found = found.get(step) if isinstance(found, dict) else None
    if found is None:
        return NONE
    return found if isinstance(found, str) else json.dumps(found, default=str)  # a table has days and decimals too
