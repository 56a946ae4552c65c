"""What is known about a model, resolved and frozen: its endpoints, parameters, limits, prices and lifecycle.

A model is read from one compiled line, as of a day and as a source is trusted. What is not stated is unknown (None).
"""

from __future__ import annotations

from registry.days import in_force
from registry.domain import Accepts, parse, parse_accepts, spell

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any, TypeAlias

    from registry.domain import Values

    Line: TypeAlias = Mapping[str, Any]

NEVER_DAY = "9999-12-31"
RULING = ("accepts", "when", "else", "unconfirmed", "default")
"""The keys of a parameter's entry that a claim of another source replaces together."""


class Claim:
    """What one source says about a parameter."""

    __slots__ = ("accepts", "default", "source")

    def __init__(self, source: str, accepts: Accepts | None, default: object = None) -> None:
        self.source = source
        self.accepts = accepts
        self.default = default

    def __repr__(self) -> str:
        return f"<{self.source}: {self.accepts}, default {spell(self.default)}>"


class Parameter:
    """A parameter of a model at one endpoint: the winning claim, and those who dissent.

    `accepts` has the names of limits replaced by numbers, and conditions on `mode` decided; None: not known here.
    """

    __slots__ = ("claim", "dissent", "instead", "name", "needs", "note", "requires", "unless")

    def __init__(
        self,
        name: str,
        claim: Claim,
        dissent: Sequence[Claim] = (),
        *,
        needs: Values | None = None,
        unless: Mapping[str, Values] | None = None,
        instead: str | None = None,
        requires: str | None = None,
        note: str | None = None,
    ) -> None:
        self.name = name
        self.claim = claim
        self.dissent = tuple(dissent)
        self.needs = needs
        """Values of which a request must carry at least one; None when it may leave the parameter out."""
        self.unless = dict(unless or {})
        """The condition that excuses from `needs`."""
        self.instead = instead
        self.requires = requires
        self.note = note

    @property
    def accepts(self) -> Accepts | None:
        """Which values, and when, as the winning claim has it."""
        return self.claim.accepts

    @property
    def default(self) -> object:
        """What the server uses when it is left out; None when that is unknown."""
        return self.claim.default

    @property
    def source(self) -> str:
        """The id of the source of the winning claim."""
        return self.claim.source

    def __repr__(self) -> str:
        return f"<parameter {self.name}: {self.accepts}>"


class Refusal:
    """What a finder knew when a value was refused.

    `values` are those in force, `branch` the way out where a condition stands in it; `parameter` and `claim` are set
    when it was a fact about the model that refused.
    """

    __slots__ = ("branch", "claim", "held", "parameter", "values")

    def __init__(
        self,
        values: Values,
        parameter: Parameter | None = None,
        claim: Claim | None = None,
        branch: Accepts | None = None,
        held: Accepts | None = None,
    ) -> None:
        self.values = values
        self.parameter = parameter
        self.claim = claim
        self.branch = branch
        self.held = held
        """The branch that was in force, where another one would have accepted."""


class Model:
    """A model as of a day (ISO) and as a source is trusted.

    `name` is what it was asked for by; `id` the catalogue's name for it.
    """

    __slots__ = ("_line", "fine_tuned", "id", "on", "trust")

    def __init__(self, line: Line, on: str, trust: str | None = None, *, fine_tuned: bool = False) -> None:
        self._line = line
        self.id: str = line["id"]
        self.on = on
        self.trust = trust
        self.fine_tuned = fine_tuned
        """Whether this stands for a fine-tune of the model."""

    @property
    def provider(self) -> str:
        """Who serves it."""
        return str(self._line["provider"])

    @property
    def family(self) -> str:
        """The block that it shares facts with."""
        return str(self._line["family"])

    @property
    def note(self) -> str | None:
        """What a person should know that no other field says."""
        return self._line.get("note")

    @property
    def snapshot(self) -> str | None:
        """The id of the snapshot that this alias points at on the day; None when it is no alias."""
        current = in_force(self._line.get("current"), self.on)
        target: str | None = current["is"] if isinstance(current, dict) else current
        return target

    @property
    def requires(self) -> str | None:
        """What the caller's account needs to use it."""
        return self._line.get("requires")

    def _section(self, name: str) -> Any:  # noqa: ANN401 - JSON
        own = self._line.get(name)
        claims = self._line.get("disputed", {}).get(self.trust, {}) if self.trust else {}
        if name not in claims:
            return own
        return {**(own or {}), **claims[name]} if isinstance(claims[name], dict) else claims[name]

    @property
    def modes(self) -> tuple[str, ...] | None:
        """The endpoints that take it, the default first; empty: none does; None: unknown."""
        modes = self._section("modes")
        return modes if modes is None else () if modes == "never" else tuple(modes)

    @property
    def limits(self) -> dict[str, int]:
        """Numbers by name: context, input and output (tokens), dimensions and the like."""
        return dict(self._section("limits") or {})

    @property
    def tokens(self) -> Mapping[str, Any]:
        """How it counts tokens: numbers by name, some by endpoint; and its encoding."""
        return self._section("tokens") or {}

    @property
    def media(self) -> Mapping[str, Any]:
        """How many tokens pictures and sounds are to it, sent and made."""
        return self._section("media") or {}

    @property
    def lifecycle(self) -> dict[str, Any]:
        """Days (ISO) by name: released, deprecated, shutdown, answered; and replacement, as of the day."""
        days = dict(self._section("lifecycle") or {})
        if self.fine_tuned:
            days |= self._line.get("fine_tuned", {}).get("lifecycle", {})
        replacement = in_force(days.pop("replacement", None), self.on)
        if replacement is not None:
            days["replacement"] = replacement["is"] if isinstance(replacement, dict) else replacement
        return days

    @property
    def status(self) -> str:
        """`unreleased`, `active`, `deprecated` or `retired`, computed from the lifecycle and the day."""
        days = self.lifecycle
        if "shutdown" in days and days["shutdown"] <= self.on:
            return "retired"
        # A shutdown whose announcement nobody dated counts from the day on which our source had it.
        if days.get("deprecated", days.get("announced", NEVER_DAY)) <= self.on:
            return "deprecated"
        return "unreleased" if days.get("released", "") > self.on else "active"

    @property
    def knowledge(self) -> str | None:
        """The day or month (ISO) that its training data end at."""
        known: str | None = self._section("knowledge")
        return known

    @property
    def prices(self) -> list[dict[str, Any]]:
        """Dated price lists as compiled, the oldest first; numbers are decimal strings."""
        own = self._line.get("fine_tuned", {}) if self.fine_tuned else self._line
        return list(own.get("prices", ()))

    @property
    def parameters(self) -> tuple[str, ...]:
        """The names of the parameters that something is known about."""
        return tuple(self._line.get("params", {}))

    def parameter(self, name: str, mode: str) -> Parameter | None:
        """What is known about a parameter at one endpoint; None when nothing is."""
        entry = in_force(self._line.get("params", {}).get(name), self.on)
        if entry is None:
            return None
        claims = dict(entry.get("disputed", {}))
        source = entry.get("source") or self.source_of("params")
        own = {key: entry[key] for key in RULING if key in entry}
        if self.trust in claims:
            claims[source], own, source = own, claims[self.trust], self.trust
            del claims[source]
        elif self.trust in _leaving_out(own):
            source = str(self.trust)  # its word makes the list binding
        limits = self.limits
        return Parameter(
            name,
            _claim(source, own, mode, limits, self.trust),
            [_claim(other, said, mode, limits) for other, said in claims.items()],
            needs=parse(entry["needs"]) if "needs" in entry else None,
            unless={other: parse(written) for other, written in entry.get("unless", {}).items()},
            instead=entry.get("instead"),
            requires=entry.get("requires"),
            note=entry.get("note"),
        )

    def source_of(self, section: str) -> str:
        """The id of the source of a section (`modes`, `limits`, `params`, `prices`, `lifecycle`, `knowledge`).

        Under a trusted source that makes a claim there, that source.
        """
        if self.trust and section in self._line.get("disputed", {}).get(self.trust, {}):
            return self.trust
        sources = self._line["source"]
        return str(sources.get(section) or sources["default"]) if isinstance(sources, dict) else str(sources)

    def disputed(self, section: str) -> dict[str, Any]:
        """Who says otherwise about a section, and what."""
        return {
            source: claims[section]
            for source, claims in self._line.get("disputed", {}).items()
            if section in claims and source != self.trust
        }

    def __repr__(self) -> str:
        return f"<model {self.id} on {self.on}>"


def _leaving_out(said: Line) -> set[str]:
    """The sources that leave something out in a claim, under whatever condition."""
    rest = said.get("else")
    return {*said.get("unconfirmed", ()), *(_leaving_out(rest) if isinstance(rest, dict) else ())}


def _claim(source: str, said: Line, mode: str, limits: Mapping[str, int], trust: str | None = None) -> Claim:
    default = said.get("default")
    if isinstance(default, dict):
        default = default.get(mode)
    accepts = parse_accepts(dict(said), trust).bind(mode, limits) if "accepts" in said else None
    return Claim(source, accepts, None if default == "unknown" else default)
