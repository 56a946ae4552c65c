"""The usage object of any endpoint → how much of what: counts by meter, each token once.

An API's own usage object is known by its token counts (`prompt_tokens`, `input_tokens`…). Its parts overlap: what was
cached, written to a cache, heard or seen is part of the input, reasoning is part of the output. A usage without those
counts is read as meters, as the catalogue declares them: `{"input": 1000, "web_search_call": 2}`.
"""

from __future__ import annotations

from registry.diagnostics import NoPrice, shown
from registry.meters import AUDIO, CACHE_WRITE, CACHED, IMAGE, INPUT, OUTPUT, TEXT, declared, fields_of, unknown, whole

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from typing import Any

    from registry.meters import Meter

KINDS = ("text_tokens", "audio_tokens", "image_tokens")
COUNTS = frozenset({"prompt_tokens", "completion_tokens", "input_tokens", "output_tokens", "total_tokens"})
INPUT_DETAILS = ("prompt_tokens_details", "input_tokens_details", "input_token_details")
OUTPUT_DETAILS = ("completion_tokens_details", "output_tokens_details", "output_token_details")
FIELDS = frozenset({*COUNTS, *INPUT_DETAILS, *OUTPUT_DETAILS})
IN_OUTPUT = ("reasoning_tokens", "accepted_prediction_tokens", "rejected_prediction_tokens")
"""Counts that say what output was for; their tokens are output like any other."""

OUTPUT_PARTS = frozenset({*KINDS, *IN_OUTPUT})
INPUT_PARTS = frozenset(
    {*KINDS, "cached_tokens", "cached_tokens_details", "cache_write_tokens", "cache_write_tokens_details"},
)
NOTHING: dict[str, Any] = {}


class Kinds:
    """Of which kind tokens are when a usage doesn't say: known where the prices name one kind alone."""

    __slots__ = ("images", "made", "sent")

    def __init__(self, priced: Collection[str]) -> None:
        self.sent = _only(INPUT, priced)
        self.made = _only(OUTPUT, priced)
        self.images = INPUT[IMAGE] in priced
        """Whether images have a price of their own; else their tokens are input like any other.

        Image inputs are then charged in tokens like text: OpenAI's guide on images and vision.
        """


def _only(meters: Sequence[str], priced: Collection[str]) -> int | None:
    found = [kind for kind, name in enumerate(meters) if name in priced]
    return None if len(found) > 1 else found[0] if found else TEXT


def read(usage: Any, meters: Mapping[str, Meter], kinds: Kinds) -> dict[str, int]:  # noqa: ANN401 - dict or SDK object
    """Counts by meter, none of them zero.

    Raises ValueError for what contradicts itself or is no count, NoPrice for tokens that may be of several kinds.
    """
    fields: dict[str, Any] = usage if type(usage) is dict else fields_of(usage, "usage")
    if COUNTS.isdisjoint(fields):
        return declared(fields, meters)
    sent = _count(fields, "prompt_tokens", "input_tokens")
    made = _count(fields, "completion_tokens", "output_tokens") or 0
    total = _count(fields, "total_tokens")
    if sent is None or (total is not None and total != sent + made):
        raise _disagreement(sent, made, total)
    found: dict[str, int] = {}
    _add_input(found, sent, _part(fields, INPUT_DETAILS, INPUT_PARTS), kinds)
    _add_output(found, made, _part(fields, OUTPUT_DETAILS, OUTPUT_PARTS), kinds)
    if not FIELDS.issuperset(fields):
        _add_calls(found, fields, meters)
    return found


def _count(fields: Mapping[str, Any], name: str, other: str = "") -> int | None:
    """A count under either of its names; None when it has none."""
    count = fields.get(name)
    if other and (second := fields.get(other)) is not None:
        if count is not None and second != count:
            raise ValueError(f"{name} is {shown(count)}, but {other} is {shown(second)}")
        name, count = other, second
    if count is None or (type(count) is int and count >= 0):
        return count
    return whole(count, name)


def _disagreement(sent: int | None, made: int, total: int | None) -> ValueError:
    if sent is None:
        return ValueError("the usage has no input_tokens (or prompt_tokens)")
    return ValueError(f"total_tokens is {shown(total)}, but input and output are {sent:,} and {made:,}")


def _part(fields: Mapping[str, Any], names: Sequence[str], known: frozenset[str]) -> Mapping[str, Any]:
    """The details, under whichever of the names that endpoints have for them."""
    for name in names:
        if part := fields.get(name):
            details: Mapping[str, Any] = part if type(part) is dict else fields_of(part, name)
            for key in () if known.issuperset(details) else details:
                if key not in known and details[key] and not isinstance(details[key], str):
                    raise NoPrice(f"{name} has {key}, and what that costs is not known")
            return details
    return NOTHING


def _add_input(found: dict[str, int], total: int, part: Mapping[str, Any], kinds: Kinds) -> None:
    sent = _by_kind(total, part, kinds.sent, "input")
    if not kinds.images:
        sent = [sent[TEXT] + sent[IMAGE], sent[AUDIO], 0]
    reused = _cached(sent, part, kinds)
    written = _count(part, "cache_write_tokens") or 0
    for kind, tokens in enumerate(sent):
        if reused[kind] + written > tokens:
            also = f" and {written:,} written to the cache" if written else ""
            raise ValueError(f"{reused[kind]:,} tokens are cached{also}, but {INPUT[kind]} has {tokens:,} in all")
        if fresh := tokens - reused[kind] - written:
            found[INPUT[kind]] = fresh
        if reused[kind]:
            found[CACHED[kind]] = reused[kind]
        if written:  # of text, the first kind
            found[CACHE_WRITE], written = written, 0


def _add_output(found: dict[str, int], total: int, part: Mapping[str, Any], kinds: Kinds) -> None:
    for kind, tokens in enumerate(_by_kind(total, part, kinds.made, "output")):
        if tokens:
            found[OUTPUT[kind]] = tokens
    for name in IN_OUTPUT:
        if part.get(name) and (_count(part, name) or 0) > total:
            raise ValueError(f"{name} is {part[name]:,}, but output has {total:,} tokens in all")


def _by_kind(total: int, part: Mapping[str, Any], only: int | None, noun: str) -> list[int]:
    """Tokens as text, audio and images. What is neither audio nor image is text."""
    text, audio, image = map(part.get, KINDS)
    if text is None and audio is None and image is None:
        if only is None and total:
            raise NoPrice(f"the usage doesn't say which of its {total:,} {noun} tokens are text, audio or images")
        return _all_of(total, only or TEXT)
    text, audio, image = [_count(part, name) for name in KINDS]
    rest = total - (audio or 0) - (image or 0)
    if rest < 0 or (text is not None and text != rest):
        parts = f"{text if text is not None else 0:,} text, {audio or 0:,} audio and {image or 0:,} image tokens"
        raise ValueError(f"{parts} don't add up to the {total:,} of the {noun}")
    return [rest, audio or 0, image or 0]


def _all_of(total: int, kind: int) -> list[int]:
    counts = [0, 0, 0]
    counts[kind] = total
    return counts


def _cached(sent: Sequence[int], part: Mapping[str, Any], kinds: Kinds) -> list[int]:
    """The tokens among those sent that were read from a cache, by kind."""
    total = _count(part, "cached_tokens") or 0
    if details := part.get("cached_tokens_details"):
        reused = _by_kind(total, fields_of(details, "cached_tokens_details"), TEXT, "cached input")
        return reused if kinds.images else [reused[TEXT] + reused[IMAGE], reused[AUDIO], 0]
    if not total:
        return [0, 0, 0]
    held = [kind for kind, tokens in enumerate(sent) if tokens]
    if len(held) > 1:
        raise NoPrice(f"the usage doesn't say which of its {total:,} cached tokens are text, audio or images")
    return _all_of(total, held[0] if held else TEXT)


def _add_calls(found: dict[str, int], fields: Mapping[str, Any], meters: Mapping[str, Meter]) -> None:
    """What stands beside an API's token counts: calls of tools and the like, by their meters."""
    for name, value in fields.items():
        if name in FIELDS or not value or isinstance(value, str):
            continue
        if name not in meters:
            raise unknown(name, [*meters, *FIELDS])
        if meters[name].unit == "tokens":
            raise ValueError(f"{name} stands beside the token counts of an API, which have its tokens already")
        found[name] = meters[name].count(value)
