"""Requests that models answer in tokens: what they send, and how long the answer may get."""

from __future__ import annotations

from registry.diagnostics import NoPrice
from registry.hosted import named
from registry.meters import AUDIO, CACHE_WRITE, CACHED, IMAGE, INPUT, OUTPUT, TEXT
from registry.quantities.asking import Quantities, Reading, Use
from registry.tokens.declaring import text
from registry.tokens.inputs import completion, embedding
from registry.tokens.messages import chat, responses
from registry.tokens.prompt import Prompt
from registry.tokens.span import NOTHING, Span
from registry.tokens.tools import AGAIN, dicts

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any

    from registry.quantities.asking import Request

READERS: dict[str, Callable[[Mapping[str, Any], Prompt], int]] = {
    "chat": chat,
    "responses": responses,
    "responses_compact": responses,
    "completion": completion,
    "embedding": embedding,
    "moderation": embedding,
}
"""Each collects what the model will read, and says how many prompts that is."""

UNANSWERED = ("embedding", "moderation")
CAPS = ("max_output_tokens", "max_completion_tokens", "max_tokens")
CHOICES = ("n", "best_of")
SHORTEST = 1
"""Tokens of the shortest answer that was recorded."""


def answered(request: Request) -> Quantities:
    """What a request for an answer uses."""
    reading = request.reading = request.reading or _read(request)
    prompt = reading.prompt
    found = Quantities()
    found.error = reading.error
    turns, found.open = _turns(request, prompt)
    found.unseen = [*prompt.unseen]
    _send(request, found, [reading.words, prompt.audio, prompt.images], turns)
    if request.mode not in UNANSWERED:
        answers = reading.prompts * max(request.whole(name) or 1 for name in CHOICES)
        found.made = _answer(request, found.sent) * answers
        spoken = "audio" in _strings(request.body.get("modalities"))
        usual = OUTPUT[AUDIO if spoken else TEXT]
        found.uses.append(Use(usual, found.made, (OUTPUT[TEXT],) if spoken else ()))
        _call(request, found)
    return found


def _read(request: Request) -> Reading:
    prompt = Prompt(request.form, request.who)
    return Reading(prompt, READERS[request.mode](request.body, prompt))


def _turns(request: Request, prompt: Prompt) -> tuple[int, list[str]]:
    """How often a model may read the conversation: again after each call of a hosted tool; and what stays open."""
    calls = request.whole("max_tool_calls")
    if not prompt.open or calls is None:
        return 1, [*prompt.open]
    return 1 + calls, [why for why in prompt.open if not why.startswith(AGAIN)]


def _send(request: Request, found: Quantities, kinds: list[Span], turns: int) -> None:
    """Reckon with what is sent: text, audio, images."""
    limits = request.model.limits
    limit = limits.get("input") or limits.get("context")
    total = sum(kinds, NOTHING)
    if found.unseen:
        if limit is None:
            raise NoPrice(f"{found.unseen[0]} is not in the request, and what {request.who} may read is not known")
        kinds[TEXT] = Span(kinds[TEXT].least, kinds[TEXT].expected, max(kinds[TEXT].most, limit))
    if limit is not None and total.least <= limit:
        # What is longer is refused, and costs nothing.
        kinds = [Span(kind.least, min(kind.expected, limit), min(kind.most, limit)) for kind in kinds]
    kinds = [Span(kind.least, kind.expected, kind.most * turns) for kind in kinds]
    found.sent = sum(kinds, NOTHING)
    cacheable = found.sent.most >= request.form["cache"]
    for kind, span in enumerate(kinds):
        usual = INPUT[kind] if kind != IMAGE or INPUT[IMAGE] in request.priced else INPUT[TEXT]
        cached = CACHED[INPUT.index(usual)]
        found.uses.append(Use(usual, span, (cached, CACHE_WRITE)[: 2 if kind == TEXT else 1] if cacheable else ()))


def _answer(request: Request, sent: Span) -> Span:
    """Tokens of one answer, reasoning included."""
    limits = request.model.limits
    room = limits.get("output") or (max(limits["context"] - sent.least, SHORTEST) if "context" in limits else None)
    caps = [cap for name in CAPS if (cap := request.whole(name)) is not None]
    most = min([*caps, *([room] if room else [])], default=None)
    if most is None:
        raise NoPrice(f"how much {request.who} may answer is not known: say how many tokens at most")
    usual = request.form["answer"] + _reasoning(request)
    return Span(SHORTEST, min(usual, most), most)


def _reasoning(request: Request) -> int:
    """Tokens of reasoning to expect, by the effort that is asked for or the model's own."""
    known: Mapping[str, int] = request.form.facts.get("reasoning", {})
    if not known:
        return 0
    reasoning = request.body.get("reasoning")
    effort = text(reasoning.get("effort")) if isinstance(reasoning, dict) else ""
    effort = effort or request.word("reasoning_effort")
    return known.get(effort, max(known.values()))


def _call(request: Request, found: Quantities) -> None:
    """Reckon with the calls of hosted tools that are sold by the call."""
    most = request.whole("max_tool_calls") or 1
    for tool in dicts(request.body.get("tools")):
        known = named(request.form.tools, text(tool.get("type")))
        if known is not None and known.meter is not None:
            found.uses.append(Use(known.meter, Span(0, 1, most), optional=True))


def _strings(value: object) -> list[str]:
    return [one for one in value if isinstance(one, str)] if isinstance(value, list | tuple) else []
