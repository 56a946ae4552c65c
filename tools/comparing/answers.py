"""What our catalogue answers to a field, in the vocabulary that all comparisons share.

`limits.context` · `modes` · `endpoints` · `accepts.PARAMETER[@MODE]` · `default.PARAMETER[@MODE]` ·
`takes.PARAMETER.VALUE[@MODE]` · `free.PARAMETER` · `price.TIER.METER[@SIZE]` · `lifecycle.KEY` · `status` ·
`knowledge` · `alias` · `of` · `room` · `reasons` · `searches` · `skills` · `opt_in` · `ending`.
What is unknown is None; what is known to be none is [], False or `no`.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from comparing.values import carried, free, said, variants, word
from registry.diagnostics import NoPrice, UnknownModel
from registry.difference.rules import reachable
from registry.tariff import Tariff

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from typing import TypeAlias

    from registry.catalogue import Catalogue
    from registry.facts import Model, Parameter

    Asked: TypeAlias = Callable[[Model, str], Any]
    """A model and what follows a field's first word → the answer."""

LIKED = ("responses", "chat")
"""The endpoints asked first, where a field names none."""

EFFORT = "reasoning_effort"
GATHERED = ("input", "output", "role")
"""Parameters that no body spells: what its messages and their parts come to."""

ENDING = ("deprecated", "retired")
ALTERNATIVES = "|"
NO = "no"


class Answers:
    """Asks a catalogue, on a day."""

    def __init__(self, catalogue: Catalogue, on: str) -> None:
        self.catalogue = catalogue
        self.on = on
        self._asked: Mapping[str, Asked] = {
            "id": lambda _model, _: True,
            "limits": lambda model, rest: model.limits.get(rest),
            "room": lambda model, _: model.limits.get("input", model.limits.get("context")),
            "modes": lambda model, _: None if model.modes is None else list(model.modes),
            "endpoints": self._endpoints,
            "accepts": self._accepts,
            "default": self._default,
            "takes": self._takes,
            "free": self._free,
            "reasons": self._reasons,
            "searches": self._searches,
            "skills": self._skills,
            "opt_in": self._opt_in,
            "price": self._price,
            "lifecycle": lambda model, rest: model.lifecycle.get(rest),
            "status": lambda model, _: model.status,
            "ending": lambda model, _: model.status in ENDING,
            "knowledge": lambda model, _: model.knowledge,
            "alias": lambda model, _: model.snapshot,
            "of": self._bases,
        }

    def knows(self, name: str) -> bool:
        """Whether a name stands for a model here."""
        try:
            self.catalogue.resolve(name)
        except UnknownModel:
            return False
        return True

    def talking(self) -> list[str]:
        """The ids of the models that answer in text, by one of the endpoints liked."""
        modes = {id_: self.catalogue.by_id(id_, self.on).modes for id_ in self.catalogue.ids()}
        return [id_ for id_, own in modes.items() if set(own or ()) & set(LIKED)]

    def __call__(self, name: str, field: str) -> Any:  # noqa: ANN401 - JSON
        """The answer to a field of a model. Raises UnknownModel, and KeyError for a field nobody knows."""
        first, _, rest = field.partition(".")
        return self._asked[first](self.catalogue.model(name, self.on), rest)

    def _endpoints(self, model: Model, _: str) -> list[str] | None:
        """The paths that take the model; `/v1/batches` among them where its requests may come in batches."""
        if model.modes is None:
            return None
        batch = self._accepts(model, "batch") == [True]
        return sorted([self.catalogue.path(mode) for mode in model.modes] + ["/v1/batches"] * batch)

    def _bases(self, model: Model, _: str) -> list[str]:
        """The names that this is a snapshot of: the block it stands in, and every alias that ever pointed at it."""
        own = (self.catalogue.line(model.id) or {}).get("of")
        aliases = [
            id_
            for id_ in self.catalogue.ids()
            for entry in (self.catalogue.line(id_) or {}).get("current", ())
            if entry["is"] == model.id
        ]
        return sorted({*aliases, *([own] if own else [])})

    def _known(self, model: Model, rest: str) -> Iterator[Parameter]:
        """A parameter at the endpoints where something is known of it, the liked endpoints first."""
        name, _, mode = rest.partition("@")
        own = model.modes or LIKED
        for chosen in dict.fromkeys([mode] if mode else [*(liked for liked in LIKED if liked in own), *own]):
            found = model.parameter(name, chosen)
            if found is not None:
                yield found

    def _ruled(self, model: Model, rest: str) -> Iterator[Any]:
        return (one for one in self._known(model, rest) if one.accepts is not None)

    def _accepts(self, model: Model, rest: str) -> Any:  # noqa: ANN401 - JSON
        """The values in a list, whatever they depend on; the notation where they are no list."""
        return next((said(one.accepts) for one in self._ruled(model, rest)), None)

    def _free(self, model: Model, rest: str) -> bool | None:
        """Whether a caller has a choice; none where no endpoint of the model has a place for it."""
        choices = (free(one.accepts) for one in self._ruled(model, rest))
        return next(choices, False if self._absent(model, rest) else None)

    def _absent(self, model: Model, name: str) -> bool:
        """Whether no endpoint that takes the model has a place for a parameter; an undescribed one may have."""
        shapes = [self.catalogue.shape(mode) for mode in model.modes or ()]
        return bool(shapes) and name not in GATHERED and not any(not shape or carried(shape, name) for shape in shapes)

    def _default(self, model: Model, rest: str) -> Any:  # noqa: ANN401 - JSON
        return next((one.default for one in self._known(model, rest) if one.default is not None), None)

    def _reasons(self, model: Model, _: str) -> bool | None:
        efforts = self._accepts(model, EFFORT)
        if efforts is None:
            return False if self._absent(model, EFFORT) else None
        return bool(efforts)

    def _searches(self, model: Model, _: str) -> bool | None:
        """Whether it searches the web: by a tool, or by an option of chat completions."""
        asked = (
            self._takes(model, "tools.web_search|web_search_preview"),
            self._takes(model, "web_search_options.x@chat"),
        )
        return True if True in asked else None if None in asked else False

    def _skills(self, model: Model, _: str) -> bool | None:
        """Whether skills may be mounted in its hosted shell: wherever it has one, unless it is known otherwise."""
        shell, mounted = self._takes(model, "tools.shell"), self._takes(model, "skills.true")
        return shell if mounted is None or not shell else mounted

    def _opt_in(self, model: Model, _: str) -> bool | None:
        """Whether it reasons only where it is asked to."""
        default = self._default(model, EFFORT)
        return None if default is None else default == "none"

    def _takes(self, model: Model, rest: str) -> bool | None:
        """Whether the endpoint liked most takes a parameter with one of some values; under a condition counts."""
        name, _, rest = rest.partition(".")
        values, _, mode = rest.partition("@")
        own = model.modes or LIKED
        liked = [one for one in LIKED if one in own]
        verdicts = [
            self._takes_at(model, name, values.split(ALTERNATIVES), chosen)
            for chosen in ([mode] if mode else liked[:1] or own)
        ]
        return True if True in verdicts else None if None in verdicts else False

    def _takes_at(self, model: Model, name: str, values: Sequence[str], mode: str) -> bool | None:
        if (model.modes and mode not in model.modes) or self._absent(model, name):
            return False
        found = model.parameter(name, mode)
        known = variants(self.catalogue.shape(mode) or {}, name)
        if known and not set(values) & known:
            return False
        if found is None or found.accepts is None:
            return None
        return any(branch.stated.accepts(word(value)) for branch in reachable(found.accepts) for value in values)

    def _price(self, model: Model, rest: str) -> Decimal | str | None:
        """USD for what a meter buys at once; `no` where the list in force has no such price; None: there is no list."""
        tier, _, meter = rest.partition(".")
        meter, _, size = meter.partition("@")
        try:
            bands = Tariff(self.catalogue, model, tier, None).bands
        except NoPrice:
            return NO if model.prices else None
        if meter == "long_context":
            return Decimal(bands[1].start - 1) if len(bands) > 1 else NO
        band = [band for band in bands if band.start <= int(size or 0)][-1]
        rate = band.rates.get(meter)
        if rate is None or rate.of != meter or (size and band.start == 0):
            return NO if band.rates else None
        return Decimal(rate.usd)
