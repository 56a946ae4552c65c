"""What every guard does with a request: one switch, what was counted, and what is said aloud."""

from __future__ import annotations

import logging
import os

from registry.check import check
from registry.diagnostics import plain
from registry.fix import fix
from registry.integrations.outcome import Stats, Verdict

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence
    from typing import Any, Literal, TypeAlias

    from registry.diagnostics import Diagnostic
    from registry.fix import Change
    from registry.report import Report

    Policy: TypeAlias = Literal["raise", "warn", "fix", "off"]
    Back: TypeAlias = Callable[[Sequence[Change]], dict[str, Any] | None]

POLICIES = ("raise", "warn", "fix", "off")
ENVIRONMENT = "REGISTRY_GUARD"
"""The variable that names the policy of guards that were given none; those below do so for hosts and trust."""

HOSTS_NAMED = f"{ENVIRONMENT}_HOSTS"
TRUST_NAMED = f"{ENVIRONMENT}_TRUST"

HOSTS = ("api.openai.com", "*.api.openai.com")
"""Where the facts of the catalogue hold; another server may take what this one refuses, and the other way round."""

LOGGER = logging.getLogger("registry.guard")
TOLD = 1000
"""Different warnings remembered, so that each is said once."""

SMALLEST: Mapping[str, Any] = {}


class Guard:
    """Judges requests, and says what becomes of each.

    `policy` is raise, warn, fix or off, `hosts` are patterns of the servers whose requests are judged, `observe` is
    called with each Verdict, and `options` are those of `registry.check`: trust, on, ignore, unknown, account,
    max_cost, count_tokens, catalogue. What is omitted of policy, hosts and trust is as the variables REGISTRY_GUARD,
    REGISTRY_GUARD_HOSTS (separated by commas) and REGISTRY_GUARD_TRUST say; else raise, the API itself, and nobody over
    others.
    """

    def __init__(
        self,
        policy: Policy | None = None,
        *,
        hosts: Collection[str] | None = None,
        observe: Callable[[Verdict], object] | None = None,
        **options: Any,  # noqa: ANN401 - those of check
    ) -> None:
        super().__init__()
        self.policy = policy_of(policy)
        named = os.environ.get(HOSTS_NAMED, "").replace(",", " ").split()
        self.hosts = tuple(named or HOSTS if hosts is None else hosts)
        self.observe = observe
        if os.environ.get(TRUST_NAMED):
            options.setdefault("trust", os.environ[TRUST_NAMED])
        self.options = options
        self.stats = Stats()
        self._told: set[tuple[object, ...]] = set()
        if options:
            check(SMALLEST, **options)  # a wrong option is a mistake here, and not in the first call

    def judge(self, body: Mapping[str, Any], endpoint: str, back: Back | None = None) -> Verdict | None:
        """What becomes of a request for an endpoint: counted, said aloud and observed; None where judging fails.

        Who observes decides nothing: what is raised there is logged.

        `back` is asked for what makes the caller send a fixed body, where that is not the body itself.
        """
        try:
            verdict = self._verdict(body, endpoint, back)
        except Exception:
            # A fault of ours is no reason to stop a call that may be fine.
            LOGGER.exception("a request for %s could not be judged, and is sent as it is", endpoint)
            self.skip()
            return None
        if self.observe is not None:
            try:
                self.observe(verdict)
            except Exception:
                LOGGER.exception("who observes the guard has failed")
        return verdict

    def _verdict(self, body: Mapping[str, Any], endpoint: str, back: Back | None) -> Verdict:
        report = check(body, endpoint=endpoint, **self.options)
        verdict = Verdict("send", report) if report.ok else self._refused(body, endpoint, report, back)
        if verdict.action == "refuse":
            _ = verdict.status  # whatever is to be said of it can be said
            self.stats.count("seen", "refused")
        elif verdict.action == "fix":
            _say_fixed(verdict)
            self.stats.count("seen", "fixed")
        elif not report.ok or report.count("warning"):
            self._say(report)
            self.stats.count("seen", "warned")
        else:
            self.stats.count("seen")
        return verdict

    def _refused(self, body: Mapping[str, Any], endpoint: str, report: Report, back: Back | None) -> Verdict:
        if self.policy == "warn":
            return Verdict("send", report)
        if self.policy == "fix":
            fixed, changes = fix(body, endpoint=endpoint, **self.options)
            if changes and not _renames(changes) and check(fixed, endpoint=endpoint, **self.options).ok:
                sent = fixed if back is None else back(changes)
                if sent is not None:
                    return Verdict("fix", report, sent, changes)
        return Verdict("refuse", report)

    def skip(self) -> None:
        """Count a request that is not judged."""
        self.stats.count("seen", "skipped")

    def _say(self, report: Report) -> None:
        """Log what is wrong with a request that is sent; what is no error is said once."""
        for diagnostic in report.errors:
            LOGGER.warning("sent, though the API would refuse it: %s", diagnostic, extra=_extra("warned", report))
        for diagnostic in report.warnings:
            told = (diagnostic.code, diagnostic.path, report.model, report.endpoint)
            if told not in self._told and len(self._told) < TOLD:
                self._told.add(told)
                LOGGER.warning("%s", _placed(diagnostic, report), extra=_extra("warned", report))


def _renames(changes: Sequence[Change]) -> bool:
    """Whether changes ask another model: what that costs and says is for a person to choose."""
    return any(edit["path"] == "/model" for change in changes for edit in change.edits)


def policy_of(given: Policy | None) -> Policy:
    """The policy that was given, or that the environment names, or raise. Raises ValueError for any other."""
    policy = given or os.environ.get(ENVIRONMENT) or "raise"
    if policy not in POLICIES:
        origin = "policy" if given else ENVIRONMENT
        raise ValueError(f"{origin}={policy!r}: one of {', '.join(POLICIES)}")
    return policy  # type: ignore[return-value]


def _placed(diagnostic: Diagnostic, report: Report) -> str:
    return f"{report.model or 'no known model'} at {report.endpoint}: {diagnostic}"


def _say_fixed(verdict: Verdict) -> None:
    made = "; ".join(f"{change.title} ({change.diagnostic.code})" for change in verdict.changes)
    report = verdict.report
    LOGGER.warning(
        "fixed a request of %s at %s: %s",
        report.model or "no known model",
        report.endpoint,
        made,
        extra=_extra("fixed", report, verdict.changes),
    )


def _extra(event: str, report: Report, changes: Sequence[Change] = ()) -> dict[str, object]:
    """What a structured log takes from a record: `record.registry`."""
    return {
        "registry": {
            "event": event,
            "model": report.model,
            "endpoint": report.endpoint,
            "codes": [diagnostic.code for diagnostic in (*report.errors, *report.warnings)],
            "changes": [{"was": plain(change.diagnostic.value), **change.as_dict()} for change in changes],
        }
    }
