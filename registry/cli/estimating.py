"""`registry estimate`, whatever reads its options: what requests may come to, one by one, and all together."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

from registry.cli import settings
from registry.cli.arguments import Option
from registry.cli.candidates import option
from registry.cli.forecast import Forecast, lines
from registry.cli.judge import OPINIONS, REQUESTS, asked, inputs
from registry.cli.ledger import keys
from registry.cli.parsing import Unreadable
from registry.cli.rivalry import Rivalry
from registry.cli.screen import Painter, Progress, complain, write
from registry.diagnostics import NoPrice, UnknownModel
from registry.estimate import estimate
from registry.offers import PLACES
from registry.subject import nested_name

if TYPE_CHECKING:
    from typing import Any

    from registry.cli.bodies import Request
    from registry.quote import Estimate

BATCH = "batch"
OPTIONS = (
    *REQUESTS,
    Option("--tier", metavar="TIER", help="The service tier, over that of the requests; batch for lines of a Batch."),
    Option("--region", metavar="REGION", help="Where the requests are processed, if not just anywhere."),
    option("Show also what the same may come to with MODEL, or with any that would take it; repeatable."),
    *OPINIONS,
    Option("--by", kind="many", metavar="KEY", help="Add up by model, endpoint, tier, or a key of the requests."),
    Option("--on-unknown", choices=("error", "skip"), help="What a price is that nobody knows: an error, or left out."),
    Option("-v", "--verbose", kind="flag", help="Show every request, meter by meter."),
    Option("--json", kind="flag", help="Print JSON."),
    Option("--csv", kind="flag", help="Print the totals as CSV."),
    settings.CATALOGUE,
)
UNKNOWN = (NoPrice, UnknownModel)


def run(given: dict[str, Any]) -> int:
    """Run `registry estimate`; its exit status. Raises UsageMistake before anything is read."""
    estimator = Estimator(given)
    for written in inputs(given):
        if isinstance(written, Unreadable):
            estimator.unreadable += 1
            estimator.say(str(written))
        else:
            for request in written.requests():
                estimator.enter(request, alone=written.alone)
    return estimator.end()


class Estimator:
    """Estimates requests as the options want it, and prints what they come to."""

    def __init__(self, given: dict[str, Any]) -> None:
        self.given = given
        self.options = asked({**given, "max_cost": None, "count_tokens": True})
        self.skip = given["on_unknown"] == "skip"
        self.prints = not (given["json"] or given["csv"])
        self.forecast = Forecast(keys(given["by"]))
        self.rivalry = Rivalry(given["compare"], self.options, given["region"])
        self.shown: list[dict[str, Any]] = []
        self.seen = 0
        self.alone = False
        """Whether there is one request and no other, as far as was read."""
        self.unreadable = 0
        self.progress = Progress()

    def enter(self, request: Request, *, alone: bool) -> None:
        """Estimate a request, and enter it."""
        self.alone = alone and not self.seen
        self.seen += 1
        try:
            found = self._estimate(request)
        except UNKNOWN as error:
            self.forecast.unpriced += 1
            if not self.skip:
                self.say(f"{request.name}: {error}")
        except ValueError as error:
            self.forecast.wrong += 1
            self.say(f"{request.name}: {error}")
        else:
            self.forecast.enter(request.body, found)
            self._show(request, found)
        if isinstance(request.body, dict):
            self.rivalry.enter(request, self._tier(request))
        self.progress.step()

    def _estimate(self, request: Request) -> Estimate:
        """What a request may come to. Raises ValueError for what is none."""
        if not isinstance(request.body, dict):
            raise ValueError("this is no JSON object")  # noqa: TRY004 - a file's mistake, like the other
        places = {name: self.options[name] for name in PLACES}
        endpoint = places["endpoint"] = request.endpoint or places["endpoint"]
        named = request.body.get("model") or nested_name(request.body, endpoint or "", places["catalogue"])
        if not isinstance(named, str):
            raise ValueError("it names no model: give one with --model")  # noqa: TRY004 - as above
        return estimate(request.body, tier=self._tier(request), region=self.given["region"], **places)

    def _tier(self, request: Request) -> str | None:
        tier: str | None = self.given["tier"] or (BATCH if request.batch else None)
        return tier

    def _show(self, request: Request, found: Estimate) -> None:
        """Print an estimate, or keep it for the JSON, where there is one alone or every one is asked for."""
        if not (self.alone or self.given["verbose"]):
            return
        if self.given["json"]:
            self.shown.append({"request": request.name, "custom_id": request.custom_id, **found.as_dict()})
        elif self.prints:
            self.progress.clear()
            write("\n".join(lines(found, request.name, Painter(sys.stdout))) + "\n")

    def say(self, text: str) -> None:
        """Say what can't be entered."""
        self.progress.clear()
        complain(text)

    def end(self) -> int:
        """Print the totals; the exit status."""
        self.progress.clear()
        self.forecast.close(whole=not self.unreadable)
        if self.given["json"]:
            told = {**self.forecast.as_dict(), "estimates": self.shown, "compared": self.rivalry.as_dict()}
            write(json.dumps(told, indent=2) + "\n")
        elif self.given["csv"]:
            self._csv()
        else:
            paint = Painter(sys.stdout)
            whole = self.seen and not self.alone  # what was shown meter by meter needs no table
            totals = self.forecast.text(paint) if whole else filter(None, [self.forecast.left()])
            write("".join(f"{line}\n" for line in (*totals, *self.rivalry.text(self.forecast, paint))))
        if self.unreadable:
            return 2
        return 1 if self.forecast.wrong or (self.forecast.unpriced and not self.skip) else 0

    def _csv(self) -> None:
        import csv

        rows = self.rivalry.csv(self.forecast) if self.rivalry else self.forecast.csv()
        csv.writer(sys.stdout, lineterminator="\n").writerows(rows)
        for note in filter(None, (self.forecast.left(), *self.forecast.notes())):
            complain(note)
