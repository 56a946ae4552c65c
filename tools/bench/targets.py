"""The targets, as ratios of two figures of one run, and the tables that show them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence


class Result(NamedTuple):
    """A row of the table; `measured` is None where a figure is missing."""

    group: str
    what: str
    measured: float | None
    target: str
    ok: bool | None


class Target(NamedTuple):
    """A figure over another one, or alone, and the bound that it should keep."""

    group: str
    what: str
    over: str
    under: str | None
    sense: Literal["≤", "≥"]
    bound: float

    @property
    def contestants(self) -> tuple[str, ...]:
        """The figures that this row needs."""
        return (self.over,) if self.under is None else (self.over, self.under)

    def judge(self, figures: dict[str, float]) -> Result:
        """Compares the figures with the bound."""
        unit = "×" if self.under else "MB"
        target = f"{self.sense} {self.bound:g} {unit}"
        if any(name not in figures for name in self.contestants):
            return Result(self.group, self.what, None, target, None)
        measured = figures[self.over] / (figures[self.under] if self.under else 1)
        kept = measured <= self.bound if self.sense == "≤" else measured >= self.bound
        return Result(self.group, self.what, measured, target, kept)


BARE = "bare Python"
ROWS = (
    Target("cold", "lookup over bare Python", "lookup, cold", BARE, "≤", 2.2),
    Target("cold", "verdict over bare Python", "verdict, cold", BARE, "≤", 2.2),
    Target("cold", "cost over bare Python", "cost, cold", BARE, "≤", 2.2),
    Target(
        "cold",
        "openai-model-registry over our lookup",
        "openai-model-registry lookup, cold",
        "lookup, cold",
        "≥",
        10,
    ),
    Target(
        "cold",
        "openai-model-registry over our verdict",
        "openai-model-registry verdict, cold",
        "verdict, cold",
        "≥",
        10,
    ),
    Target("large", "lookup among 4,000 models over bare Python", "lookup, cold, 4,000 models", BARE, "≤", 2.6),
    Target("large", "verdict among 4,000 models over bare Python", "verdict, cold, 4,000 models", BARE, "≤", 2.6),
    Target("file", "registry check FILE over bare Python", "registry check FILE", BARE, "≤", 4),
    Target(
        "file",
        "check-jsonschema over registry check FILE",
        "check-jsonschema FILE",
        "registry check FILE",
        "≥",
        5,
    ),
    Target("valid", "valid request over jsonschema-rs", "valid request", "valid request, jsonschema-rs", "≤", 1.6),
    Target("valid", "valid request over pydantic-core", "valid request", "valid request, pydantic-core", "≤", 1),
    # A peer words its errors as it finds them, we when somebody reads them: both ways to read ours are shown.
    Target("errors", "jsonschema-rs over our eight errors", "eight errors, jsonschema-rs", "eight errors", "≥", 6),
    Target(
        "errors",
        "jsonschema-rs over our eight errors, read",
        "eight errors, jsonschema-rs",
        "eight errors, read",
        "≥",
        6,
    ),
    Target(
        "parameters",
        "openai-model-registry over our six parameters",
        "six parameters, openai-model-registry",
        "six parameters",
        "≥",
        5,
    ),
    Target(
        "parameters",
        "litellm over our six parameters",
        "six parameters, litellm",
        "six parameters",
        "≥",
        40,
    ),
    Target("cost", "model-prices over our cost", "cost, model-prices", "cost", "≥", 4),
    Target("cost", "genai-prices over our cost", "cost, genai-prices", "cost", "≥", 50),
    Target("batch", "50,000 requests over orjson alone", "batch on orjson", "batch, orjson alone", "≤", 2.3),
    Target("batch", "50,000 requests over json alone", "batch on json", "batch, json alone", "≤", 1.7),
    Target(
        "batch",
        "peak memory, 50,000 requests over 5,000",
        "peak after a batch",
        "peak after a short batch",
        "≤",
        1.05,
    ),
    Target("memory", "peak memory of one verdict", "peak of a verdict", None, "≤", 25),
)


def table(results: list[Result]) -> str:
    """Shows what | measured | target | ok, as Markdown that reads well in a terminal."""
    words = {True: "yes", False: "no", None: "–"}
    rows = [("what", "measured", "target", "ok")]
    rows += [(one.what, number(one.measured), one.target, words[one.ok]) for one in results]
    return grid(rows)


def listing(figures: dict[str, tuple[float, str]]) -> str:
    """Shows the figures that the ratios were made of."""
    return grid(
        [
            ("contestant", "figure"),
            *((name, f"{value:,.2f} {unit}") for name, (value, unit) in figures.items()),
        ]
    )


def number(value: float | None) -> str:
    """Writes a ratio with as many digits as it deserves."""
    return "–" if value is None else f"{value:.2f}" if value < 10 else f"{value:,.0f}"  # noqa: PLR2004


def grid(rows: Sequence[tuple[str, ...]]) -> str:
    """Aligns the columns: the first to the left, the others to the right."""
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    rule = ("-" * widths[0], *("-" * (width - 1) + ":" for width in widths[1:]))
    lines = [(row[0].ljust(widths[0]), *map(str.rjust, row[1:], widths[1:])) for row in (rows[0], rule, *rows[1:])]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)
