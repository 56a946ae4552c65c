"""`registry estimate --compare`: the same requests on other models, of which the verdict says who would take them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from registry import offers
from registry.cli.candidates import ANY, Candidate, marks, named
from registry.cli.ledger import UNKNOWN, spelled
from registry.cli.screen import count, table
from registry.quote import BOUNDS
from registry.tokens.once import Once

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Any

    from registry.cli.bodies import Request
    from registry.cli.forecast import Forecast
    from registry.cli.screen import Painter

AS_SENT = "as given"
NUMBERS = range(1, 4)


class Rival(Candidate):
    """A candidate, and what the requests may come to with it."""

    __slots__ = ("amounts", "asked", "skipped", "unpriced")

    def __init__(self, model: str, *, asked: bool) -> None:
        super().__init__(model)
        self.asked = asked
        """Whether it was named, and not found."""
        self.amounts = [0, 0, 0]
        self.unpriced: dict[str, int] = {}
        """Why no price is known, and of how many requests."""
        self.skipped: dict[str, None] = {}
        """The codes of what could not be judged."""

    def enter(self, found: offers.Offer) -> None:
        """Enter the offer for a request."""
        if not found.ok:
            self.refuse(marks(found.report))
            return
        self.taken += 1
        self.skipped.update(dict.fromkeys(said.code for said in found.report.skipped))
        if found.estimate is None:
            self.unpriced[found.unpriced] = self.unpriced.get(found.unpriced, 0) + 1
        else:
            sums = zip(self.amounts, found.estimate.costs, strict=True)
            self.amounts = [total + cost.units for total, cost in sums]

    @property
    def whole(self) -> bool:
        """Whether it would take all requests, each for a known price."""
        return bool(self.taken) and not self.refused and not self.unpriced

    def bounds(self) -> list[str | None]:
        """What all requests may come to together, as decimal numbers; None where some are not taken or priced."""
        return [spelled(units) if self.whole else None for units in self.amounts]

    def remark(self) -> str:
        """What is to say about it, in words."""
        if self.refused:
            return self.refusal()
        if self.unpriced:
            why, requests = next(iter(self.unpriced.items()))
            return why if self.taken == 1 else f"{count(requests, 'request')} without a known price: {why}"
        return f"not judged: {', '.join(self.skipped)}" if self.skipped else ""

    def as_dict(self) -> dict[str, Any]:
        """JSON-ready."""
        told = {"model": self.model, **dict(zip(BOUNDS, self.bounds(), strict=True)), **super().as_dict()}
        return {**told, "unpriced": sum(self.unpriced.values()), "skipped": list(self.skipped)}


class Rivalry:
    """All candidates, and what requests may come to with each."""

    def __init__(self, names: Sequence[str], options: dict[str, Any], region: str | None) -> None:
        """Raises UsageMistake for a name that stands for no model."""
        self.options = options
        self.region = region
        self.open = ANY in names
        """Whether any model will do that would take all requests."""
        catalogue = options["catalogue"]
        wanted = named([name for name in names if name != ANY], catalogue)
        self.rivals = {name: Rival(name, asked=True) for name in wanted}
        for name in offers.candidates(catalogue, options["on"]) if self.open else ():
            self.rivals.setdefault(name, Rival(name, asked=False))

    def __bool__(self) -> bool:
        return self.open or bool(self.rivals)

    def enter(self, request: Request, tier: str | None) -> None:
        """Enter a request; who was not named and would refuse it is out."""
        if not self.rivals:
            return
        options = {**self.options, "endpoint": request.endpoint or self.options["endpoint"]}
        options["endpoint"] = offers.endpoint_of(request.body, options)
        with Once():
            for rival in list(self.rivals.values()):
                rival.enter(offers.offer(request.body, rival.model, tier, self.region, options))
                if rival.refused and not rival.asked:
                    del self.rivals[rival.model]

    def ordered(self) -> list[Rival]:
        """The cheapest to be expected first, then those without a price, then those that would refuse."""
        return sorted(
            (one for one in self.rivals.values() if one.asked or one.taken),
            key=lambda one: (one.refused > 0, not one.whole, one.amounts[1], one.amounts[2], one.model),
        )

    def text(self, own: Forecast, paint: Painter) -> Iterator[str]:
        """A table of the candidates, under what the requests may come to as they are."""
        if not self:
            return
        yield ""
        rows = [["model", *BOUNDS, ""], [AS_SENT, *(bound or UNKNOWN for bound in _bounds(own)), ""]]
        told = [one for one in self.ordered() if one.asked or one.whole]
        rows += [[one.model, *(bound or UNKNOWN for bound in one.bounds()), one.remark()] for one in told]
        for at, line in enumerate(table(rows, right=NUMBERS)):
            yield paint("strong", line) if at == 0 else line
        if self.open and not any(one.whole for one in told):
            yield "No model is known to take all of it for a known price."
        more = [one.model for one in self.ordered() if one not in told]
        if more:
            yield f"Without a known price: {', '.join(more)}."

    def csv(self, own: Forecast) -> Iterator[list[str]]:
        """A head and the candidates, as rows."""
        yield ["model", *BOUNDS, "taken", "refused", "remark"]
        yield [AS_SENT, *(bound or "" for bound in _bounds(own)), "", "", ""]
        for one in self.ordered():
            bounds = [bound or "" for bound in one.bounds()]
            yield [one.model, *bounds, str(one.taken), str(one.refused), one.remark()]

    def as_dict(self) -> list[dict[str, Any]]:
        """JSON-ready."""
        return [one.as_dict() for one in self.ordered()]


def _bounds(own: Forecast) -> list[str | None]:
    """What the requests may come to as they are; None where that is not known of all of them."""
    return [None if own.unpriced or own.wrong else spelled(units) for units in own.total.amounts]
