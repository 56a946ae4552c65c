"""`check` reports what the API would refuse, before anything is sent; `validate` raises it.

Nothing here mutates a body, raises for what a body contains, or reads anything but the compiled catalogue.
"""

from __future__ import annotations

from time import time

from registry.catalogue import bundled
from registry.days import SECONDS_KEPT, day_of, today
from registry.grading import PLAIN, Options
from registry.names import LONGEST_NAME
from registry.report import InvalidRequest, Report
from registry.shape.kinds import is_decoded
from registry.shape.values import hard
from registry.subject import CLIENT_ONLY, PLAIN_SURFACE, Setting, nested_name, subject_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from decimal import Decimal
    from typing import Any

    from registry.catalogue import Catalogue
    from registry.days import Day
    from registry.diagnostics import Problem
    from registry.grading import Unknown
    from registry.subject import Subject
    from registry.telling import Telling

NEVER: tuple[Any, Any, float, float] = None, None, 0.0, 0.0
"""What stands for the latest subject of a name that has none."""


def check(
    body: Mapping[str, Any],
    *,
    endpoint: str | None = None,
    surface: str = "openai",
    on: Day | None = None,
    trust: str | None = None,
    ignore: Collection[str] = (),
    unknown: Unknown = "error",
    account: Mapping[str, bool] | None = None,
    max_cost: Decimal | int | str | None = None,
    count_tokens: bool = False,
    catalogue: Catalogue | None = None,
) -> Report:
    """Say everything that the API would refuse about a request, and why, without sending it.

    `endpoint` is a path (`/v1/responses`) or a mode (`responses`); the model's own first one when omitted. `on` is the
    day of the request (today when omitted), `trust` the id of a source whose claims win, `ignore` codes not to report.
    `unknown` says what an unknown model, parameter or value is: an error, a warning, or nothing (also by kind:
    `{"model": "warn"}`). `account` says what the caller has: `{"verified_organization": True}`.
    `max_cost` is the most in USD that the request may come to; `count_tokens` asks whether it is longer than the model
    reads. Both count the tokens of the request, which takes far longer than all else.

    Raises ValueError for a wrong `surface`, `trust`, `on` or `max_cost`; never for what the body contains.
    """
    options = PLAIN
    if ignore or unknown != "error" or account or max_cost is not None or count_tokens:
        options = Options(frozenset(ignore), unknown, account, max_cost, count_tokens=count_tokens)
    if surface != PLAIN_SURFACE:
        return _spelled(body, Setting(endpoint, day_of(on), trust, surface), options, catalogue)
    if catalogue is None:
        catalogue = bundled()
    name = body.get("model") if type(body) is dict else None
    # A small request's verdict costs little more than asking for its subject.
    plain = type(name) is str and on is None and trust is None
    place, subject, since, until = catalogue.latest.get(name, NEVER) if plain else NEVER
    now = time()
    if place != endpoint or now < since or now >= until:
        subject = _subject(body, endpoint, surface, on, trust, catalogue)
    read = subject.read(body) if subject.form else body
    try:
        found = subject.walk(read, read) if type(read) is dict else subject.judge(read)
    except RecursionError:
        found = subject.judge(read)  # says so
    if found or subject.lax or options is not PLAIN:
        return _report(body, read, subject, found or (), options, (endpoint, on, trust, surface, catalogue))
    return Report(subject.stands, _telling, (subject, read, ()))  # as most are


def _report(
    body: object,
    read: object,
    subject: Subject,
    found: Sequence[Problem],
    options: Options,
    asked: tuple[Any, ...],
) -> Report:
    """The report about what was found in a body as read; of the call that it turns out to be, if it is no body."""
    endpoint, on, trust, surface, catalogue = asked
    if (found or subject.lax) and _is_call(body):
        return _spelled(body, Setting(endpoint, day_of(on), trust, surface), options, catalogue)
    if options.reckons:
        from registry.reckoning import reckoned  # no other verdict needs a price

        found = [*found, *reckoned(read, subject, options)]
    if found and not is_decoded(body) and _is_foreign(body):
        return _spelled(body, Setting(endpoint, day_of(on), trust, surface), options, catalogue)
    if options is PLAIN:
        return Report(subject.stands and not hard(found), _telling, (subject, read, found))
    telling = _telling(subject, read, found, options)
    return Report(telling.ok(), lambda: telling)


def _telling(subject: Subject, read: object, found: Sequence[Problem], options: Options = PLAIN) -> Telling:
    from registry.telling import Telling  # nobody asks a fine request's report for more than `ok`

    return Telling(subject, read, found, options)


def as_judged(body: Mapping[str, Any], **options: Any) -> dict[str, Any]:  # noqa: ANN401 - those of check
    """A copy of a body as `check` reads it and its fixes edit it: a form as the body that it stands for."""
    if options.get("surface", PLAIN_SURFACE) != PLAIN_SURFACE or _is_foreign(body):
        return dict(body)
    named = {name: options.get(name) for name in ("endpoint", "on", "trust", "catalogue")}
    return dict(_subject(body, surface=options.get("surface", "openai"), **named).read(body))


def _is_call(body: object) -> bool:
    """Whether there is an argument of the official client in it that no body has."""
    if isinstance(body, dict):
        for name in CLIENT_ONLY:  # so that a long body takes no longer
            if name in body:
                return True
    return False


def _is_foreign(body: object) -> bool:
    from registry.surfaces import is_foreign  # only what is wrong is asked for values that JSON has no word for

    return is_foreign(body)


def _spelled(body: Any, setting: Setting, options: Options, catalogue: Catalogue | None) -> Report:  # noqa: ANN401 - whatever a caller sends
    from registry.spelled import judged  # only calls in a library's own spelling need it

    return judged(body if isinstance(body, dict) else {}, setting, options, catalogue or bundled())


def _subject(
    body: object,
    endpoint: str | None,
    surface: str,
    on: Day | None,
    trust: str | None,
    catalogue: Catalogue | None,
) -> Subject:
    if catalogue is None:
        catalogue = bundled()
    name = body.get("model") if isinstance(body, dict) else None
    if name is None and endpoint is not None:
        name = nested_name(body, endpoint, catalogue)
    now = time()
    day = today() if on is None else day_of(on)
    key = (name if isinstance(name, str) else None, endpoint, day, trust, surface)
    kept = catalogue.cache.get(key)
    if kept is None:
        kept = subject_of(catalogue, key[0], Setting(endpoint, day, trust, surface))
        if key[0] is None or len(key[0]) <= LONGEST_NAME:
            catalogue.keep(key, kept)
    if on is None and trust is None and key in catalogue.cache:
        since = now - now % SECONDS_KEPT
        catalogue.latest[key[0]] = endpoint, kept, since, since + SECONDS_KEPT
    return kept


def validate(body: Mapping[str, Any], **options: Any) -> Report:  # noqa: ANN401 - those of check
    """`check`, raising InvalidRequest when the API would refuse; the report when it would not."""
    report = check(body, **options)
    if not report.ok:
        raise InvalidRequest(report)
    return report
