import json
import stat

import pytest

ON = ("--on", "2026-10-01")
SAY_HI = {"model": "scribe-2", "messages": [{"role": "user", "content": "hé"}]}
BAD = {**SAY_HI, "reasoning": {"effort": "high"}, "temperature": 0.5}
FIXED = {**BAD, "temperature": 1}
SAID = "fixed[REQ006] set temperature to 1"


def text(value, **layout):
    return json.dumps(value, ensure_ascii=False, **layout)


def names(folder):
    return sorted(path.name for path in folder.iterdir())


# What is fine stays as it was written.


@pytest.mark.parametrize(
    "written",
    [
        text(SAY_HI),
        text(SAY_HI, indent=3) + "\n",
        text(SAY_HI).replace('"hé"', '"h\\u00e9"') + "\r\n",
        f"[ {text(SAY_HI)}  ,{text(SAY_HI, indent=1)} ]\n",
        f"{text(SAY_HI)}\n{text(SAY_HI, separators=(',', ':'))}\n",
        f"{text(SAY_HI, indent=2)}\n\n{text(SAY_HI, indent=4)}",
        '{"temperature": 1e0, "model":\n"scribe-2", "messages": [{"role":"user","content":"x"}]}',
    ],
)
def test_what_is_fine_is_not_respelled(run, tmp_path, written):
    assert run("fix", *ON, stdin=written) == (0, written, "")
    path = tmp_path / "a.json"
    path.write_bytes(written.encode())
    before = path.stat()
    assert run("fix", "a.json", "--in-place", *ON) == (0, "", "")
    assert (path.read_bytes(), path.stat().st_ino) == (written.encode(), before.st_ino)


# What is not is repaired.


@pytest.mark.parametrize(
    "layout",
    [{}, {"indent": 2}, {"indent": 4}, {"indent": "\t"}, {"separators": (",", ":")}],
    ids=str,
)
@pytest.mark.parametrize("end", ["", "\n", "\r\n"])
def test_a_repaired_body_keeps_its_layout(run, layout, end):
    assert run("fix", *ON, stdin=text(BAD, **layout) + end) == (0, text(FIXED, **layout) + end, f"stdin: {SAID}\n")


def test_lines_and_arrays(run):
    array = run("fix", *ON, stdin=text([SAY_HI, BAD]))
    assert array == (0, text([SAY_HI, FIXED]), f"stdin[1]: {SAID}\n")
    lines = run("fix", *ON, stdin=f"{text(BAD)}\n\n{text(SAY_HI)}\n")
    assert lines == (0, f"{text(FIXED)}\n{text(SAY_HI)}\n", f"stdin:1: {SAID}\n")


def test_the_line_of_a_batch_file_keeps_all_else(run):
    line = {"custom_id": "a", "method": "POST", "url": "/v1/talk", "body": BAD}
    assert run("fix", *ON, stdin=text(line)) == (0, text({**line, "body": FIXED}), f"stdin (a): {SAID}\n")


def test_a_request_of_options(run):
    told = run("fix", "-m", "scribe-2", "-p", "temperature=0.5", "-p", 'messages=[{"role":"user","content":"x"}]',
               "-p", "reasoning.effort=high", *ON)  # fmt: skip
    fixed = {
        "temperature": 1,
        "messages": [{"role": "user", "content": "x"}],
        "reasoning": {"effort": "high"},
        "model": "scribe-2",
    }
    assert told == (0, text(fixed, indent=2) + "\n", f"request: {SAID}\n")


def test_another_model_for_a_file(run):
    told = run("fix", "-", "-m", "scribe-2-mini", "--quiet", *ON, stdin=text(SAY_HI))
    assert told == (0, text({**SAY_HI, "model": "scribe-2-mini"}), "")


def test_what_can_not_be_repaired_is_said_and_left(run):
    told = run("fix", *ON, stdin=text({**BAD, "messages": []}))
    assert told == (
        1,
        text({**FIXED, "messages": []}),
        f"""\
stdin: {SAID}
stdin: scribe-2 at /v1/talk
  error[REQ017] messages: messages has 0 items; /v1/talk takes 1 or more.
    accepts  1..
    source   The pages of Acme (official, 2026-09-01)
    api      code too_short, param messages
""",
    )


@pytest.mark.parametrize("body", ["1", "[[]]", "null", '"x"', '[["model", "scribe-2"]]'])
def test_what_is_no_object_can_not_be_repaired(run, body):
    told = run("fix", *ON, stdin=body)
    assert (told.code, told.out) == (1, body)


def test_a_lone_surrogate_stays_escaped(run):
    bad = {**BAD, "messages": [{"role": "user", "content": "\ud83d é"}]}
    told = run("fix", *ON, stdin=json.dumps(bad))
    assert (told.code, json.loads(told.out)) == (0, {**bad, "temperature": 1})


def test_what_is_nested_deeply_is_written_all_the_same(run):
    deep = "[" * 900 + "]" * 900
    told = run("fix", *ON, stdin=f'{text(BAD)[:-1]},\n "metadata": {deep}}}')
    assert (told.code, deep in told.out, "fixed[REQ002] leave out metadata" in told.err) == (0, False, True)


def test_a_number_too_large_to_write(run):
    bad = text({**BAD, "seed": 1})[:-2] + "1e999}"
    told = run("fix", *ON, stdin=bad)
    assert (told.code, told.out, told.err.splitlines()[-1]) == (
        1,
        bad,
        "registry: stdin: left as it is: it has a number too large to write",
    )


# In place.


def test_in_place(run, tmp_path):
    path, link = tmp_path / "a.json", tmp_path / "link.json"
    path.write_text(text(BAD, indent=2) + "\n", encoding="utf-8")
    path.chmod(0o640)
    link.symlink_to(path)
    assert run("fix", "link.json", "--in-place", *ON) == (0, "", f"link.json: {SAID}\n")
    assert path.read_text(encoding="utf-8") == text(FIXED, indent=2) + "\n"
    assert (stat.S_IMODE(path.stat().st_mode), link.is_symlink()) == (0o640, True)
    assert names(tmp_path) == ["a.json", "link.json"]


def test_a_file_that_can_not_be_read_whole_is_left_as_it_is(run, tmp_path):
    (tmp_path / "a.jsonl").write_text(f"{text(BAD)}\n{{bad\n", encoding="utf-8")
    told = run("fix", "a.jsonl", "nowhere.json", "--in-place", *ON)
    assert told == (
        2,
        "",
        f"""\
a.jsonl:1: {SAID}
registry: a.jsonl:2:2: not JSON: Expecting property name enclosed in double quotes
registry: a.jsonl: left as it is
registry: nowhere.json: No such file or directory
""",
    )
    assert (tmp_path / "a.jsonl").read_text(encoding="utf-8") == f"{text(BAD)}\n{{bad\n"
    assert names(tmp_path) == ["a.jsonl"]


@pytest.mark.parametrize("words", [["-"], [], ["a.json", "-"]])
def test_standard_input_has_no_place(run, words):
    told = run("fix", "--in-place", *words, stdin="{}")
    assert (told.code, told.err.splitlines()[-1]) == (2, "Error: --in-place needs a FILE to write to.")
