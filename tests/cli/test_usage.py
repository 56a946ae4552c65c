"""What can be wrong with arguments and files: exit status 2, a sentence, and never a traceback."""

import json
import os
from pathlib import Path

import pytest

import registry.cli.judge
import registry.cli.settings
from registry.cli import main

HINT = "Usage: registry check [OPTIONS] [FILE]...\nTry 'registry check --help' for help.\n\nError: "
FINE = {"model": "scribe-2", "messages": [{"role": "user", "content": "hi"}]}
FULL = Path("/dev/full")
ON = ("--on", "2026-10-01")


@pytest.mark.parametrize(
    ("words", "option", "said"),
    [
        (["--on", "soon"], "--on", "'soon' is no day: write 2026-12-31, or +90d for days from today."),
        (["--on", "2026-02-30"], "--on", "'2026-02-30' is no day: write 2026-12-31, or +90d for days from today."),
        (["--on", "+9999999999d"], "--on", "'+9999999999d' is no day: write 2026-12-31, or +90d for days from today."),
        (["--trust", "proxy-doc"], "--trust", "no source is called 'proxy-doc'. Did you mean proxy-docs?"),
        (["--trust", "x"], "--trust", "no source is called 'x'. `registry list --sources` lists them all."),
        (["--endpoint", "/v1/tlak"], "--endpoint", "no endpoint is called '/v1/tlak'. Did you mean /v1/talk?"),
        (["--endpoint", ""], "--endpoint", "no endpoint is called ''. There are paint, talk."),
        (["--ignore", "REQ06"], "--ignore", "no rule is called 'REQ06'. `registry explain` lists them all."),
        (["--ignore", "unmet"], "--ignore", "no rule is called 'unmet'. `registry explain` lists them all."),
        (["--ignore", "wrong-tipe"], "--ignore", "no rule is called 'wrong-tipe'. Did you mean wrong-type?"),
        (["--account", "verified"], "--account", "'verified': write verified_organization=true or =false."),
        (["-p", "a"], "-p", "'a': write key=value, or outer.inner=value."),
        (["-p", "a..b=1"], "-p", "'a..b=1': write key=value, or outer.inner=value."),
        (["-p", "a=1", "-p", "a.b=1"], "-p", "'a.b=1': a has a value already that is no object."),
        (["--catalogue", "none.jsonl"], "--catalogue", "none.jsonl: No such file or directory"),
        (["--catalogue", "."], "--catalogue", ".: Is a directory"),
    ],
)
def test_wrong_options(run, words, option, said):
    assert run("check", "-m", "scribe-2", *words) == (2, "", f"{HINT}Invalid value for '{option}': {said}\n")


def test_no_catalogue_to_lay_over(run, tmp_path):
    (tmp_path / "no.jsonl").write_text("{}")
    told = run("check", "-m", "scribe-2", "--catalogue", "no.jsonl")
    assert (told.code, "no.jsonl: this is no compiled catalogue" in told.err) == (2, True)


def test_nothing_to_read(run):
    assert run("check") == (2, "", f"{HINT}Give a FILE, pipe a body, or name a --model.\n")


def test_an_unknown_command(run):
    told = run("chek")
    assert (told.code, told.err.splitlines()[-1]) == (2, "Error: No such command 'chek'. Did you mean check?")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "stdin: nothing to read: it is empty"),
        (b" \n\n", "stdin: nothing to read: it is empty"),
        (b"\xef\xbb\xbf\n", "stdin: nothing to read: it is empty"),
        (b"\xff\xfe", "stdin: nothing to read: it is empty"),
        (b'{"model": "scribe-2" "n": 1}', "stdin:1:22: not JSON: Expecting ',' delimiter"),
        (b'{\n  "model": "scribe-2"\n  "n": 1\n}', "stdin:3:3: not JSON: Expecting ',' delimiter"),
        (b'\n\n{\n "n": nope}', "stdin:4:7: not JSON: Expecting value"),
        (b'{"n":\n [1, NaN]}', "stdin:2:6: not JSON: NaN is no number"),
        (b'{"NaN": [-Infinity]}', "stdin:1:10: not JSON: -Infinity is no number"),
        (b'{\n"n": ' + b"9" * 5000 + b"}", "stdin:2:6: not JSON: Exceeds the limit (4300 digits)"),
        (b'{"n": ' + b"[" * 100_000, "stdin:1:1: nested too deeply to read"),
        (b"\x80\x02}q\x00.", "stdin:1:1: not UTF-8 text (byte 0x80)"),
        (b'{\n"model": "\xe9"}', "stdin:2:11: not UTF-8 text (byte 0xe9)"),
        ('{"é": \n'.encode() + b'"\xff"}', "stdin:2:2: not UTF-8 text (byte 0xff)"),
        (b"\xff\xfe{", "stdin:1:2: not UTF-16-LE text (byte 0x7b)"),
    ],
)
def test_what_is_no_json(run, data, said):
    told = run("check", stdin=data)
    assert (told.code, told.out) == (2, "1 unreadable\n")
    assert told.err.startswith(f"registry: {said}")
    assert told.err.count("\n") == 1


def test_the_lines_around_a_bad_one_are_judged(run):
    good = json.dumps(FINE)
    told = run("check", *ON, stdin=f"{good}\n{{bad}}\n\n{good}\n")
    said = "registry: stdin:2:2: not JSON: Expecting property name enclosed in double quotes\n"
    assert told == (2, "1 unreadable in 2 requests\n", said)


def test_a_file_of_lines_may_begin_with_a_bad_one(run, tmp_path):
    (tmp_path / "a.jsonl").write_text("{bad}\n" + json.dumps(FINE))
    assert run("check", "a.jsonl", *ON).err == (
        "registry: a.jsonl:1:2: not JSON: Expecting property name enclosed in double quotes\n"
    )


def test_a_file_of_nonsense_is_given_up(run, tmp_path):
    (tmp_path / "a.jsonl").write_bytes(os.urandom(100).replace(b"\n", b"") + b"\xff\n" + b"\xff\n" * 1000)
    told = run("check", "a.jsonl")
    assert (told.code, told.err.count("\n"), told.err.splitlines()[-1]) == (
        2,
        21,
        "registry: a.jsonl: giving up on it after so many",
    )


def test_files_that_are_none(run, tmp_path):
    (tmp_path / "folder").mkdir()
    told = run("check", "nowhere.json", "folder", "nul\0.json")
    assert told == (
        2,
        "3 unreadable\n",
        """\
registry: nowhere.json: No such file or directory
registry: folder: Is a directory
registry: nul\\x00.json: embedded null byte
""",
    )


@pytest.mark.parametrize("body", ["1", "null", "true", '"scribe-2"', "[[]]", "1.5"])
def test_a_body_that_is_no_object_is_a_finding(run, body):
    told = run("check", *ON, stdin=body)
    assert (told.code, "error[REQ013]" in told.out, told.err) == (1, True, "")


@pytest.mark.parametrize(
    "body",
    [
        {"model": 3},
        {"model": None},
        {"model": ["scribe-2"]},
        {"model": "scribe-2\x1b[31m\n\u202e\ud800", "messages": 1},
        {"model": "x" * 100_000},
        {"model": "scribe-2", "messages": [{"role": "user", "content": "x" * 1_000_000}] * 20, "\u0000": 1},
        {"custom_id": 1, "url": None, "body": None},
        {"url": "/v1/nowhere", "body": {}},
        {},
    ],
    ids=range(9),
)
def test_odd_bodies_are_judged(run, body):
    told = run("check", *ON, stdin=json.dumps(body))
    assert told.code in (0, 1)
    assert told.err == ""
    assert all(line.isprintable() for line in told.out.splitlines())


def test_what_nobody_foresaw_is_our_bug(run, monkeypatch):
    def fail(*_args, **_options):
        raise ZeroDivisionError("oh\nno")

    monkeypatch.setattr(registry.cli.judge, "judge", fail)
    told = run("check", "-m", "scribe-2")
    assert told == (
        3,
        "",
        """\
registry: a bug of ours: ZeroDivisionError: oh
Please report it with what you ran to the issues of model-capability-registry \
(REGISTRY_DEBUG=1 shows where it happened).
""",
    )
    monkeypatch.setenv("REGISTRY_DEBUG", "1")
    assert run("check", "-m", "scribe-2").err.startswith("Traceback (most recent call last):\n")


def test_an_interrupt_is_no_bug(run, monkeypatch):
    def interrupt(*_args, **_options):
        raise KeyboardInterrupt

    monkeypatch.setattr(registry.cli.judge, "judge", interrupt)
    assert run("check", "-m", "scribe-2") == (130, "", "")


def test_without_a_catalogue(run, monkeypatch):
    monkeypatch.setattr(registry.catalogue, "_bundled", None)
    for module in (registry.catalogue, registry.cli.settings):
        monkeypatch.setattr(module, "FILE", "/nowhere/catalogue.jsonl")
    said = "There is no compiled catalogue at /nowhere/catalogue.jsonl: run `registry build`.\n"
    assert run("check", "-m", "scribe-2") == (2, "", HINT + said)
    assert run("show", "scribe-2").err.endswith(said)


def test_an_overlay_of_the_environment_that_is_none(run, monkeypatch):
    monkeypatch.setattr(registry.catalogue, "_bundled", None)
    monkeypatch.setenv("REGISTRY_CATALOGUE", "nowhere.jsonl")
    said = "The catalogue can't be read, with REGISTRY_CATALOGUE=nowhere.jsonl: "
    assert run("check", "-m", "scribe-2") == (
        2,
        "",
        f"{HINT}{said}[Errno 2] No such file or directory: 'nowhere.jsonl'\n",
    )


# In a process of its own.


@pytest.mark.parametrize(
    "words", [["check", "many.jsonl", "--format", "json"], ["fix", "many.jsonl"], ["list", "--json"]]
)
def test_whoever_reads_may_stop_reading(process, tmp_path, words):
    (tmp_path / "many.jsonl").write_text((json.dumps(FINE) + "\n") * 5000)
    read, write = os.pipe()
    os.close(read)
    done = process(*words, stdout=write)
    os.close(write)
    assert (done.returncode, done.stderr) == (141, "")


@pytest.mark.parametrize("words", [["check", "-m", "scribe-2"], ["show", "scribe-2"], ["fix", "good.json"]])
def test_without_standard_output(process, tmp_path, words):
    (tmp_path / "good.json").write_text(json.dumps(FINE))
    done = process(*words, preexec_fn=lambda: os.close(1))
    assert (done.returncode in (0, 1), done.stderr) == (True, "")


@pytest.mark.skipif(not FULL.exists(), reason="needs a device that is always full")
def test_a_full_disk(process):
    with FULL.open("wb") as full:
        done = process("show", "scribe-2", stdout=full)
    assert (done.returncode, done.stderr) == (2, "registry: [Errno 28] No space left on device\n")


def test_a_terminal_that_knows_ascii_alone(process):
    body = json.dumps({**FINE, "model": "scribe-é"})
    done = process("check", input=body, env={"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"})
    assert (done.returncode, done.stdout.splitlines()[0]) == (1, "stdin: scribe-\\xe9")


def test_main_returns_what_the_process_exits_with(process):
    assert process("check", "-m", "scribe-9").returncode == main(["check", "-m", "scribe-9"]) == 1
