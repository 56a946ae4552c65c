"""Messages that answer the calls of an earlier one: all are answered at once, and nothing that nobody asked."""

from __future__ import annotations

from registry.diagnostics import Problem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from typing import Any

    from registry.shape.plan import Plan


def turns(
    value: list[Any], body: object, node: Mapping[str, Any], options: Mapping[str, Any], plan: Plan
) -> Iterable[Problem]:
    """A message that calls is followed by the answers to all its calls, and an answer follows such a message.

    Options: `by` (the key that tells messages apart) and its value `answer`; `calls` (the key of the calls) and `id`
    (the key of a call's id); `to` (the key of the id that is answered). The order of the answers is free.
    """
    del body, plan
    by, answer, calls = options["by"], options["answer"], options["calls"]
    for message in value:  # quicker than any()
        if type(message) is not dict or calls in message or message.get(by) == answer:
            return _told(value, node, options)
    return ()


def _told(value: list[Any], node: Mapping[str, Any], options: Mapping[str, Any]) -> Iterator[Problem]:
    by, answer, calls, to = options["by"], options["answer"], options["calls"], options["to"]
    asked: tuple[object, ...] = ()
    waiting: list[object] = []
    for at, message in enumerate(value):
        if not isinstance(message, dict):
            return  # refused for that, and nobody knows what it would have been
        if message.get(by) != answer:
            if waiting:
                yield _unanswered(waiting, node, [by, at])
            asked = _ids(message.get(calls), options["id"]) if calls in message else ()
            waiting = [*asked]
        elif not asked:
            yield Problem("stray_answer", message.get(to), node, None, [by, at])
        elif message.get(to) not in asked:
            yield Problem("mistaken_answer", message.get(to), node, None, [to, at])
        else:
            waiting = [one for one in waiting if one != message.get(to)]
    if waiting:
        yield _unanswered(waiting, node, [by, len(value) - 1])


def _ids(calls: object, key: str) -> tuple[object, ...]:
    called = calls if isinstance(calls, list | tuple) else ()
    return tuple(call[key] for call in called if isinstance(call, dict) and isinstance(call.get(key), str))


def _unanswered(waiting: list[object], node: Mapping[str, Any], steps: list[str | int]) -> Problem:
    return Problem("unanswered_call", ", ".join(map(str, waiting)), node, None, steps)
