"""Nested blocks → flat facts: a block inherits from the block it sits in; an alias takes what it points at."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from registry.authoring.source import Place

MERGED = ("limits", "tokens", "media", "params", "lifecycle")
"""Sections that merge by key with what is inherited; all else replaces it."""

INSIDE = ("families", "models", "snapshots")
LEVELS = dict(zip(("providers", *INSIDE), (*INSIDE, None), strict=True))
UNKNOWN = "unknown"
"""Un-says what is inherited: a limit, a default, where knowledge ends."""

PROVIDER = ("environment", "names", "same_price", "tools", "hosted", "regional")
"""What a provider says beside the facts of its models."""

NOT_INHERITED = ("current", "allow", *PROVIDER, *INSIDE)
BESIDE_CURRENT = ("lifecycle", "note", "disputed", "requires")
"""What a block that points at another one keeps of its own."""


class Found:
    """A model as it stands in the file: its id, where, and everything it knows."""

    __slots__ = ("family", "id", "of", "place", "provider", "written")

    def __init__(
        self,
        id: str,  # noqa: A002 - the field's word
        place: Place,
        written: dict[str, Any],
        provider: str,
        family: str,
        of: str | None,
    ) -> None:
        self.id = id
        self.place = place
        self.written = written
        """The block with what it inherits, as written otherwise."""
        self.provider = provider
        self.family = family
        self.of = of
        """The model that this is a snapshot of."""


def inherit(outer: dict[str, Any], block: dict[str, Any]) -> dict[str, Any]:
    """A block with what it inherits from the block around it."""
    merged = {key: value for key, value in outer.items() if key not in NOT_INHERITED}
    for key, value in block.items():
        if key in MERGED and isinstance(value, dict):
            merged[key] = {**merged.get(key, {}), **value}
        elif key == "source":
            merged[key] = {**sections(merged.get(key)), **sections(value)}
        else:
            merged[key] = value
    return merged


def sections(source: Any) -> dict[str, str]:  # noqa: ANN401 - YAML
    """The sources of a block by section, however short they were written."""
    return source if isinstance(source, dict) else {"default": source} if source else {}


def walk(facts: dict[str, Any]) -> Iterator[Found]:
    """Every model and snapshot of a file, with what it inherits, in the order of the file."""
    for provider, block in (facts.get("providers") or {}).items():
        for family, inner in (block.get("families") or {}).items():
            shared = inherit(inherit({}, block), inner)
            place = ("providers", provider, "families", family)
            for id_, model in (inner.get("models") or {}).items():
                whole = inherit(shared, model or {})
                yield Found(id_, (*place, "models", id_), whole, provider, family, None)
                for dated, snapshot in ((model or {}).get("snapshots") or {}).items():
                    inside = (*place, "models", id_, "snapshots", dated)
                    yield Found(dated, inside, inherit(whole, snapshot or {}), provider, family, id_)


def entries(written: Any) -> list[dict[str, Any]]:  # noqa: ANN401 - YAML
    """A parameter as a dated list of entries, however short it was written."""
    if isinstance(written, dict):
        return [written]
    if isinstance(written, list) and written and isinstance(written[0], dict):
        return written
    return [{"accepts": written}]


def moves(current: Any) -> list[dict[str, Any]]:  # noqa: ANN401 - YAML
    """What an alias points at, as a dated list."""
    return [{"is": current}] if isinstance(current, str) else list(current or ())


def resolve(facts: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """All models of a file as flat facts, by id; aliases have the facts of what they point at last."""
    found = {model.id: model for model in walk(facts)}
    return {id_: _flat(model, found) for id_, model in found.items()}


def _flat(model: Found, found: dict[str, Found], seen: tuple[str, ...] = ()) -> dict[str, Any]:
    pointed = moves(model.written.get("current"))
    own = {key: value for key, value in model.written.items() if key not in NOT_INHERITED}
    if pointed and pointed[-1]["is"] in found and model.id not in seen:
        own = _pointing(own, _flat(found[pointed[-1]["is"]], found, (*seen, model.id)))
    head = {"id": model.id, "provider": model.provider, "family": model.family}
    flat = {**head, **own, **head, "of": model.of, "current": pointed}
    if "limits" in flat:
        flat["limits"] = {name: number for name, number in flat["limits"].items() if number != UNKNOWN}
    if flat.get("knowledge") == UNKNOWN:
        del flat["knowledge"]
    flat["params"] = {name: _short(entries(written)) for name, written in sorted(flat.get("params", {}).items())}
    return {key: plain(value) for key, value in flat.items() if value not in ({}, [], None) or key == "modes"}


def _pointing(own: dict[str, Any], target: dict[str, Any]) -> dict[str, Any]:
    """The facts of a block that points at another one: the other's, but for what is kept of its own."""
    kept = {key: own[key] for key in BESIDE_CURRENT if key in own}
    if kept.get("lifecycle"):
        kept["lifecycle"] = {**target.get("lifecycle", {}), **kept["lifecycle"]}
        said, theirs = (_source_of("lifecycle", block) for block in (own, target))
        if said != theirs:
            kept["source"] = {**sections(target.get("source")), "lifecycle": said}
    return {**target, **kept}


def _source_of(section: str, block: dict[str, Any]) -> str | None:
    cited = sections(block.get("source"))
    return cited.get(section, cited.get("default"))


def _short(dated: list[dict[str, Any]]) -> Any:  # noqa: ANN401 - YAML
    return dated[0] if len(dated) == 1 and "from" not in dated[0] else dated


def plain(value: Any, *, money: bool = False) -> Any:  # noqa: ANN401 - YAML
    """A value as JSON carries it: prices as decimal strings, other decimals as numbers."""
    if isinstance(value, dict):
        return {key: plain(inner, money=money or key == "usd") for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [plain(inner, money=money) for inner in value]
    if money and isinstance(value, int | Decimal) and not isinstance(value, bool):
        return format(Decimal(value), "f")
    return float(value) if isinstance(value, Decimal) else value
