"""What every guard does, whatever it guards."""

import logging
import subprocess
import sys
from pathlib import Path

import pytest

from registry.integrations.policy import Guard

ROOT = Path(__file__).parents[2]
ON = "2026-06-01"
CHAT = "/v1/chat/completions"
FINE = {"model": "gpt-4o", "messages": [{"role": "user", "content": "hi"}]}
REFUSED = {**FINE, "temperature": 3, "temprature": 1}
HOPELESS = {**FINE, "messages": []}
DISPUTED = {"model": "gpt-5-pro", "input": "hi", "stream": True}


def judged(guard, body, endpoint=CHAT, **options):
    verdict = guard.judge(body, endpoint, **options)
    assert verdict is not None
    return verdict


def counts(guard):
    return {name: number for name, number in guard.stats.as_dict().items() if number}


@pytest.mark.parametrize("policy", ["raise", "warn", "fix"])
def test_what_is_fine_is_sent(policy, caplog):
    guard = Guard(policy, on=ON)
    verdict = judged(guard, FINE)
    assert (verdict.action, verdict.body, verdict.status, counts(guard)) == ("send", None, 200, {"seen": 1})
    assert caplog.records == []


def test_raise_refuses_with_what_the_api_answers():
    guard = Guard(on=ON)
    verdict = judged(guard, REFUSED)
    assert (verdict.action, verdict.status, counts(guard)) == ("refuse", 400, {"seen": 1, "refused": 1})
    assert verdict.api == {
        "error": {
            "message": "Unknown parameter: 'temprature'.",
            "type": "invalid_request_error",
            "param": "temprature",
            "code": "unknown_parameter",
        }
    }


def test_the_status_is_that_of_the_answer():
    assert judged(Guard(on=ON), {**FINE, "model": "gpt-5-prro"}).status == 404


def test_a_budget_is_the_callers_and_refuses_alike():
    verdict = judged(Guard(on=ON, max_cost="0.0001"), FINE)
    assert (verdict.action, verdict.status, verdict.report.status) == ("refuse", 400, 200)
    assert verdict.api["error"] == {
        "message": verdict.report.errors[0].message,
        "type": "invalid_request_error",
        "param": None,
        "code": "REQ024",
    }


def test_warn_sends_and_says_why(caplog):
    guard = Guard("warn", on=ON)
    verdict = judged(guard, REFUSED)
    assert (verdict.action, counts(guard)) == ("send", {"seen": 1, "warned": 1})
    assert [(record.levelno, record.registry["codes"]) for record in caplog.records] == [
        (logging.WARNING, ["REQ002", "REQ007"]),
        (logging.WARNING, ["REQ002", "REQ007"]),
    ]


def test_fix_sends_what_works_and_logs_each_change(caplog):
    guard = Guard("fix", on=ON)
    verdict = judged(guard, REFUSED)
    assert (verdict.action, verdict.body, counts(guard)) == (
        "fix",
        {**FINE, "temperature": 2},
        {"seen": 1, "fixed": 1},
    )
    (record,) = caplog.records
    changes = [(change["was"], change["edits"]) for change in record.registry["changes"]]
    assert (record.registry["event"], record.registry["model"], changes) == (
        "fixed",
        "gpt-4o",
        [
            (1, [{"op": "remove", "path": "/temprature"}]),
            (3, [{"op": "replace", "path": "/temperature", "value": 2}]),
        ],
    )


def test_fix_refuses_what_no_fix_helps():
    guard = Guard("fix", on=ON)
    assert (judged(guard, HOPELESS).action, counts(guard)) == ("refuse", {"seen": 1, "refused": 1})


@pytest.mark.parametrize("model", ["gpt-5-prro", "gpt-4-32k"])
def test_fix_asks_no_other_model(model):
    assert judged(Guard("fix", on=ON), {**FINE, "model": model}).action == "refuse"


def test_fix_refuses_what_the_caller_has_no_words_for():
    guard = Guard("fix", on=ON)
    assert judged(guard, REFUSED, back=lambda _changes: None).action == "refuse"


def test_a_warning_is_said_once_and_counted_each_time(caplog):
    guard = Guard(on=ON)
    assert [judged(guard, DISPUTED, "/v1/responses").action for _ in range(3)] == ["send"] * 3
    assert (counts(guard), len(caplog.records)) == ({"seen": 3, "warned": 3}, 1)
    assert "litellm-docs" in caplog.text


def test_a_trusted_source_decides():
    assert judged(Guard(on=ON, trust="litellm-docs"), DISPUTED, "/v1/responses").action == "refuse"


def test_unknown_models_may_be_let_through():
    guard = Guard(on=ON, unknown={"model": "warn"})
    assert (judged(guard, {**FINE, "model": "gpt-99"}).action, counts(guard)) == ("send", {"seen": 1, "warned": 1})


def test_who_observes_sees_every_verdict():
    seen: list[object] = []
    guard = Guard(on=ON, observe=seen.append)
    assert [guard.judge(body, CHAT) for body in (FINE, REFUSED)] == seen


def test_a_fault_of_who_observes_decides_nothing(caplog):
    def fail(_verdict):
        raise RuntimeError("no")

    guard = Guard(on=ON, observe=fail)
    assert [judged(guard, body).action for body in (FINE, REFUSED)] == ["send", "refuse"]
    assert (counts(guard), caplog.text.count("who observes the guard has failed")) == ({"seen": 2, "refused": 1}, 2)


def test_a_fault_while_judging_stops_nothing(caplog):
    guard = Guard(on=ON)
    guard.options["catalogue"] = object()
    assert guard.judge(REFUSED, CHAT) is None
    assert "could not be judged, and is sent as it is" in caplog.text
    assert counts(guard) == {"seen": 1, "skipped": 1}


def test_the_environment_names_the_policy(monkeypatch):
    monkeypatch.setenv("REGISTRY_GUARD", "warn")
    assert (Guard().policy, Guard("fix").policy) == ("warn", "fix")


def test_the_environment_names_hosts_and_a_source(monkeypatch):
    monkeypatch.setenv("REGISTRY_GUARD_HOSTS", "localhost, *.example.com")
    monkeypatch.setenv("REGISTRY_GUARD_TRUST", "litellm-docs")
    guard = Guard(on=ON)
    assert (guard.hosts, guard.options["trust"]) == (("localhost", "*.example.com"), "litellm-docs")
    assert (Guard(hosts=[]).hosts, Guard(trust=None).options["trust"]) == ((), None)


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"policy": "rise"}, "policy='rise': one of raise, warn, fix, off"),
        ({"trust": "nobody"}, "trust='nobody': the catalogue has no such source"),
    ],
)
def test_a_wrong_option_is_a_mistake_at_once(wrong, message):
    with pytest.raises(ValueError, match=message):
        Guard(**wrong)


def test_what_all_guards_share_loads_the_standard_library_alone():
    shared = ("policy", "exchange", "through", "transports", "mock.answers", "mock.log")
    lines = ["import sys", *(f"import registry.integrations.{name}" for name in shared)]
    lines.append("print(*{name.partition('.')[0] for name in sys.modules} - set(sys.stdlib_module_names))")
    done = subprocess.run(
        [sys.executable, "-S", "-c", "\n".join(lines)], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert set(done.stdout.split()) <= {"registry", "__main__"}
