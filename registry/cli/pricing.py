"""`registry cost`, whatever reads its options: price usages line by line, and add them up."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

from registry.cli import receipt, settings
from registry.cli.answers import Charge, charges
from registry.cli.arguments import FILES, Option, UsageMistake
from registry.cli.bookkeeping import UNKNOWN, Bookkeeper
from registry.cli.candidates import option
from registry.cli.jury import Jury
from registry.cli.ledger import USD, Ledger, keys
from registry.cli.screen import Painter, complain, write
from registry.cost import cost
from registry.diagnostics import NoPrice, UnknownModel
from registry.meters import SENT
from registry.money import spell
from registry.tariff import Tariff

if TYPE_CHECKING:
    from typing import Any

    from registry.bill import Cost

    Entry = tuple[Charge, dict[str, str], list[int | None]]

OPTIONS = (
    Option("-m", "--model", metavar="MODEL", help="The model of lines that name none; with -u, of that usage."),
    Option("-u", "--usage", kind="many", metavar="KEY=VALUE", help="A usage instead of a FILE: -u input=1000."),
    Option("--by", kind="many", metavar="KEY", help="Add up by model, tier, day, or a key of the lines; repeatable."),
    Option("--on", metavar="DATE", help="The day of lines that have none; today by default."),
    Option("--tier", metavar="TIER", help="The service tier of lines that have none, such as batch."),
    Option("--region", metavar="REGION", help="Where the requests were processed, if not just anywhere."),
    Option("--as-of", metavar="DATE", help="Show also what the same would cost by the prices of another day."),
    option("Show also what the same would cost with MODEL, as far as it would take the requests; repeatable."),
    Option("--on-unknown", choices=("error", "skip"), help="What a price is that nobody knows: an error, or left out."),
    Option("--json", kind="flag", help="Print JSON."),
    Option("--csv", kind="flag", help="Print the totals as CSV."),
    settings.CATALOGUE,
)
FINE_TUNE = "ft:"


class Pricing:
    """Prices charges as the options want it."""

    def __init__(self, given: dict[str, Any]) -> None:
        self.catalogue = settings.catalogue_of(given["catalogue"])
        self.model: str | None = given["model"]
        self.on = settings.day(given["on"])
        self.tier: str | None = given["tier"]
        self.region: str | None = given["region"]
        self.as_of: str | None = settings.day(given["as_of"]) if given["as_of"] else None
        self.jury = Jury(given["compare"], self.catalogue)
        self.compare = [one.model for one in self.jury.candidates]
        self._unknown: dict[str, tuple[str, ...]] = {}
        """Names of no model, with those like them: finding those takes as long as pricing a thousand lines."""
        self.others = [*([f"as of {self.as_of}"] if self.as_of else []), *self.compare]
        """The names of the further amounts."""

    def price(self, charge: Charge) -> tuple[Cost, list[int | None]]:
        """What a charge comes to, and that and what else it would in units of money."""
        model = charge.model or self.model
        if model is None:
            raise ValueError("it names no model: give one with --model")
        if model in self._unknown:
            raise UnknownModel(model, self._unknown[model])
        on = charge.on or self.on
        try:
            made = self._cost(charge, model, on)
        except UnknownModel as error:
            self._unknown[model] = error.close
            raise
        if charge.together:
            self._tell_apart(made)
        others: list[int | None] = []
        if self.as_of:
            # A name may stand for another model on another day, and it is not that one that answered.
            others.append(self._units(charge, model if FINE_TUNE in model else made.model, self.as_of))
        if charge.apart:  # whoever answers, the tool stays what it is
            return made, [made.units, *others, *[made.units] * len(self.compare)]
        others += self.jury.amounts(charge.raw, model, on, made.units, lambda name: self._units(charge, name, on))
        return made, [made.units, *others]

    def _cost(self, charge: Charge, model: str, on: str) -> Cost:
        tier = charge.tier or self.tier
        return cost(model, usage=charge.usage, on=on, tier=tier, region=self.region, catalogue=self.catalogue)

    def _tell_apart(self, made: Cost) -> None:
        """Raise NoPrice where what many requests come to depends on how long each of them was."""
        model = self.catalogue.model(made.model, made.on)
        bands = Tariff(self.catalogue, model, made.tier, made.region).bands
        sent = sum(line.quantity for line in made.lines if line.meter in SENT)
        if len(bands) > 1 and sent >= bands[1].start:
            raise NoPrice(
                f"{made.model} has another price for long requests, and how long each of the batch was is not said"
            )

    def _units(self, charge: Charge, model: str, on: str) -> int | None:
        try:
            return self._cost(charge, model, on).units
        except UNKNOWN:
            return None

    def entries(self, value: Any) -> list[Entry]:  # noqa: ANN401 - JSON
        """All charges of a logged value, priced."""
        priced = [(charge, *self.price(charge)) for charge in charges(value, self.catalogue, self.model)]
        return [
            (charge, {"model": made.model, "tier": made.tier, "day": made.on}, amounts)
            for charge, made, amounts in priced
        ]


def run(given: dict[str, Any]) -> int:
    """Run `registry cost`; its exit status. Raises UsageMistake before anything is read."""
    pricing = Pricing(given)
    if given["usage"]:
        return _one(given, pricing)
    if not given[FILES] and (sys.stdin is None or sys.stdin.isatty()):
        raise UsageMistake("Give a FILE, pipe a log, or describe a usage with -m and -u.")
    ledger = Ledger(keys(given["by"]), [USD, *pricing.others])
    bookkeeper = Bookkeeper(pricing, ledger, skip=given["on_unknown"] == "skip")
    bookkeeper.enter(given[FILES] or ("-",))
    ledger.close(whole=not bookkeeper.unreadable)
    _print(ledger, pricing.jury, given)
    return bookkeeper.status()


def _print(ledger: Ledger, jury: Jury, given: dict[str, Any]) -> None:
    if given["json"]:
        compared = {"compared": jury.as_dict()} if jury.candidates else {}
        write(json.dumps({**ledger.as_dict(), **compared}, indent=2) + "\n")
    elif given["csv"]:
        import csv

        csv.writer(sys.stdout, lineterminator="\n").writerows(ledger.csv())
        for note in filter(None, (ledger.left(), *jury.notes())):
            complain(note)
    else:
        write("\n".join((*ledger.text(Painter(sys.stdout)), *jury.notes())) + "\n")


def _one(given: dict[str, Any], pricing: Pricing) -> int:
    """Price the usage that the command line describes, and show what it is made of."""
    if given["model"] is None or given[FILES]:
        raise UsageMistake("-u describes one usage: give its --model, and no FILE.")
    try:
        made, amounts = pricing.price(Charge({}, settings.parameters(given["usage"]), {}))
    except (*UNKNOWN, ValueError) as error:
        complain(str(error))
        return 1
    others = dict(zip(pricing.others, amounts[1:], strict=True))
    if given["json"]:
        spelled = {name: None if units is None else spell(units) for name, units in others.items()}
        write(json.dumps({**made.as_dict(), **({"others": spelled} if others else {})}, indent=2) + "\n")
    else:
        write("\n".join(receipt.lines(made, others, Painter(sys.stdout))) + "\n")
    return 0
