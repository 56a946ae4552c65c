"""`registry translate` over files."""

import json

CHAT = {"model": "scribe-2", "messages": [{"role": "user", "content": "hi"}], "max_tokens": 3}
RESPONSES = {"model": "scribe-2", "input": [{"role": "user", "content": "hi"}], "max_output_tokens": 3}


def test_a_body_there_and_back(run, tmp_path):
    (tmp_path / "body.json").write_text(json.dumps(CHAT, indent=4))
    there = run("translate", "body.json")
    assert (there.code, json.loads(there.out), there.err) == (0, RESPONSES, "")
    assert there.out.startswith('{\n    "model"')
    (tmp_path / "there.json").write_text(there.out)
    back = run("translate", "--from", "responses", "there.json")
    newer = {"model": "scribe-2", "messages": CHAT["messages"], "max_completion_tokens": 3}
    assert json.loads(back.out) == newer


def test_what_is_left_out_is_said(run, tmp_path):
    (tmp_path / "body.json").write_text(json.dumps({**CHAT, "stop": ["x"]}))
    told = run("translate", "body.json")
    assert (told.code, json.loads(told.out)) == (1, RESPONSES)
    assert told.err.startswith("body.json: stop has no counterpart at ")
    assert run("translate", "--quiet", "body.json").err == ""


def test_a_line_of_a_batch_goes_to_the_other_endpoint(run, tmp_path):
    line = {"custom_id": "a", "method": "POST", "url": "/v1/chat/completions", "body": CHAT}
    (tmp_path / "batch.jsonl").write_text(json.dumps(line) + "\n")
    told = json.loads(run("translate", "batch.jsonl").out)
    assert (told["custom_id"], told["body"]) == ("a", RESPONSES)
    assert told["url"] != line["url"]


def test_what_is_no_json(run, tmp_path):
    (tmp_path / "body.json").write_text("{")
    assert run("translate", "body.json").code == 2
