"""What holds for every command: help with examples that run, lazy imports, completion."""

import io
import json
import os
import shlex
import subprocess
import sys

import click
import pytest
from click.testing import CliRunner

from registry.cli import screen
from registry.cli.group import COMMANDS, group

FINE = {"model": "scribe-2", "messages": [{"role": "user", "content": "hi"}]}
each_command = pytest.mark.parametrize("name", COMMANDS)

# A model, source and endpoint of the fixture for each that the examples name: they speak of what ships.
STAND_INS = {
    "gpt-5-pro": "scribe-2",
    "gpt-5.1": "scribe-2",
    "gpt-4o": "scribe-1",
    "gpt-4o-2024-08-06": "scribe-2-2026-02-01",
    "/v1/responses": "/v1/talk",
    "litellm-docs": "proxy-docs",
    "openai/responses/": "acme/",
}


def command_of(name):
    return group.get_command(click.Context(group), name)


def examples(name):
    lines = str((command_of(name) if name else group).epilog).splitlines()
    assert lines[:2] == ["\b", "Examples:"]
    return [line.strip() for line in lines[2:]]


@each_command
def test_every_command_has_help_with_examples(name):
    told = CliRunner().invoke(group, [name, "--help"])
    lines = told.output.splitlines()
    assert (told.exit_code, lines[0].startswith(f"Usage: group {name} ")) == (0, True)
    assert [line.strip() for line in lines[lines.index("  Examples:") + 1 :]] == examples(name)
    assert all(line.startswith(f"registry {name}") for line in examples(name))
    assert all(param.help for param in command_of(name).params if isinstance(param, click.Option))
    assert command_of(name).get_short_help_str(48).endswith(".")
    assert not command_of(name).get_short_help_str(48).endswith("...")


@pytest.mark.parametrize("name", [None, *(name for name in COMMANDS if name not in ("build", "lint-data", "mock"))])
def test_examples_are_no_wrong_usage(run, tmp_path, name):
    (tmp_path / "body.json").write_text(json.dumps(FINE))
    (tmp_path / "batch.jsonl").write_text(json.dumps({"custom_id": "a", "url": "/v1/talk", "body": FINE}))
    (tmp_path / "usage.jsonl").write_text(json.dumps({"model": "scribe-2", "usage": {"input": 1000}}))
    for line in examples(name):
        told = line.partition(">")[0]
        for ours, stand_in in sorted(STAND_INS.items(), key=lambda pair: -len(pair[0])):
            told = told.replace(ours, stand_in)
        done = run(*shlex.split(told)[1:])
        assert (done.code in (0, 1), "Error" in done.err) == (True, False), line


def test_the_group_has_a_line_for_every_command():
    told = CliRunner().invoke(group, ["--help"]).output
    listed = told.partition("Commands:\n")[2].partition("\n\n")[0].splitlines()
    assert [line.split()[0] for line in listed] == list(COMMANDS)
    assert all(line.endswith(".") and not line.endswith("...") for line in listed)


def test_version(run):
    assert run("--version").out.startswith("registry ")


# What is imported.

LOADED = """
import json, sys
sys.stdout, out = open(sys.argv.pop(1), "w"), sys.stdout
from registry.cli import main
main()
print(json.dumps(sorted(sys.modules)), file=out)
"""


def loaded(shipped, *words, stdin=""):
    """The modules that a command loads in a process of its own."""
    code = f"import registry.catalogue; registry.catalogue.FILE = {str(shipped)!r}\n{LOADED}"
    command = [sys.executable, "-c", code, os.devnull, *words]
    done = subprocess.run(command, input=stdin, capture_output=True, text=True, check=True)
    return set(json.loads(done.stdout))


HEAVY = {"click", "jinja2", "pydantic", "yaml"}


@pytest.mark.parametrize("body", [FINE, {**FINE, "seed": 1, "temperature": 5, "tools": 1}], ids=["fine", "bad"])
@pytest.mark.parametrize("command", ["check", "fix"])
def test_a_verdict_loads_no_third_party(shipped, command, body):
    modules = loaded(shipped, command, "--strict", "--ignore", "REQ016", stdin=json.dumps(body))
    assert modules & {*HEAVY, "argparse", "datetime", "dataclasses", "difflib", "inspect", "pathlib", "typing"} == set()


def test_a_command_loads_its_own_module_alone(shipped):
    modules = loaded(shipped, "resolve", "scribe-2")
    ours = {name for name in modules if name.startswith("registry.cli.")}
    assert ours == {
        f"registry.cli.{name}" for name in ("arguments", "group", "options", "resolve", "screen", "settings")
    }
    assert modules & HEAVY == {"click"}


def test_a_page_about_requests_loads_no_facts(shipped):
    assert loaded(shipped, "explain", "REQ006") & HEAVY == {"click"}


# Completion.


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion(run, shell):
    told = run("completion", shell)
    assert (told.code, "_REGISTRY_COMPLETE" in told.out, told.err) == (0, True, "")


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("registry ch", ["check"]),
        ("registry show scribe-2-2", ["scribe-2-2025-02-01", "scribe-2-2026-02-01"]),
        ("registry why sk", ["sketch-0", "sketch-1"]),
        ("registry check --model sk", ["sketch-0", "sketch-1"]),
        ("registry check --trust ac", ["acme-answers", "acme-docs"]),
        ("registry list --mode ", ["paint", "talk", "/v1/paint", "/v1/talk"]),
        ("registry explain unmet-c", ["unmet-condition"]),
        ("registry fix --in", ["--in-place"]),
    ],
)
def test_what_is_completed(process, typed, words):
    asked = {"_REGISTRY_COMPLETE": "bash_complete", "COMP_WORDS": typed, "COMP_CWORD": str(typed.count(" "))}
    assert process(env=asked).stdout.split() == [f"plain,{word}" for word in words]


# What a terminal sees.


class Terminal(io.StringIO):
    def isatty(self):
        return True


def test_progress_is_shown_where_somebody_watches(run, monkeypatch):
    watched = Terminal()
    monkeypatch.setattr(screen, "SLOW", -1)
    monkeypatch.setattr(screen, "BEAT", 0)
    monkeypatch.setattr(sys, "stderr", watched)
    told = run("check", "--on", "2026-10-01", stdin=f"{json.dumps(FINE)}\n" * 2 + '{"model":"scribe-9"}')
    clear = "\r\x1b[K"
    assert watched.getvalue() == f"\r1 request…\r2 requests…{clear}\r3 requests…{clear}"
    assert told.out.splitlines()[0] == "stdin:3: scribe-9"


@pytest.mark.parametrize(
    ("environment", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)]
)
def test_colour_on_a_terminal_alone(shipped, environment, coloured):
    pty = pytest.importorskip("pty")
    main_end, other_end = pty.openpty()
    code = f"import registry.catalogue; registry.catalogue.FILE = {str(shipped)!r}; import registry.cli as c; c.main()"
    command = [sys.executable, "-c", code, "check", "-m", "scribe-2"]
    base = {"TERM": "xterm", **{key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "TERM")}}
    subprocess.run(command, stdin=other_end, stdout=other_end, check=False, env={**base, **environment})
    os.close(other_end)
    told = os.read(main_end, 10_000).decode()
    os.close(main_end)
    assert ("\x1b[1;31merror[REQ012]\x1b[0m" in told, "\x1b" in told) == (coloured, coloured)
