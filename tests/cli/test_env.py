"""`registry env`: which variables are needed, and which are set."""

import json

import pytest
from click.testing import CliRunner

from registry.cli.env import command

SECRET = "sk-secret"  # noqa: S105 - what must not be told


@pytest.fixture
def ask(monkeypatch):
    """Ask with some variables set."""

    def ask(*words, **variables):
        for name in ("ACME_API_KEY", "ACME_BASE_URL"):
            monkeypatch.delenv(name, raising=False)
        for name, value in variables.items():
            monkeypatch.setenv(name, value)
        done = CliRunner().invoke(command, words)
        assert SECRET not in done.output
        return done.exit_code, done.output

    return ask


def test_what_is_missing(ask):
    assert ask("scribe-2") == (
        1,
        "scribe-2 of acme\n  key       ACME_API_KEY   missing\n  base_url  ACME_BASE_URL  not set, and need not be\n",
    )


def test_what_is_set_is_never_told(ask):
    assert ask("acme/scribe-2", ACME_API_KEY=SECRET, ACME_BASE_URL=SECRET) == (
        0,
        "scribe-2 of acme\n  key       ACME_API_KEY   set\n  base_url  ACME_BASE_URL  set\n",
    )


def test_json(ask):
    code, output = ask("scribe-2", "--json", ACME_API_KEY="")
    assert (code, json.loads(output)) == (
        1,
        {
            "model": "scribe-2",
            "provider": "acme",
            "ok": False,
            "variables": [
                {"for": "key", "name": "ACME_API_KEY", "needed": True, "set": False},
                {"for": "base_url", "name": "ACME_BASE_URL", "needed": False, "set": False},
            ],
        },
    )


def test_an_unknown_model(ask):
    code, output = ask("scribe-9")
    assert (code, "No model is called 'scribe-9'. Did you mean scribe-" in output) == (1, True)
