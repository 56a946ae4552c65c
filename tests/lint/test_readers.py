"""Notebooks, pages, scripts, batches: each character at its place, whatever it is wrapped in."""

import json

import pytest
from linting import outcome, said

BODY = '{"model": "gpt-5.5-pro", "input": "hi", "reasoning": {"effort": "low"}}'
URL = "https://api.openai.com/v1/responses"


def notebook(*cells, **metadata):
    written = [{"cell_type": "code", "metadata": {}, "outputs": [], "source": cell} for cell in cells]
    return json.dumps({"cells": written, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}, indent=1)


def test_a_notebook_is_mended_inside_its_json(tmp_path):
    source = [
        "from openai import OpenAI\n",
        'client = OpenAI() # "ü"\n',
        'client.responses.create(model="gpt-4-32k",\tinput="hi")',
    ]
    text = notebook(source)
    found = outcome(tmp_path, text, "n.ipynb", mend=True, models=True)
    assert [one.code for one in found.mended] == ["REQ009"]
    assert (tmp_path / "n.ipynb").read_text() == text.replace('\\"gpt-4-32k\\"', '\\"gpt-4o\\"')


@pytest.mark.parametrize(
    "cells",
    [
        ["%%bash\nfrom openai import OpenAI"],
        ["from openai import OpenAI\nclient = OpenAI(", "client.responses.create(model='gpt-4-32k', input='hi')"],
        ["import openai\nopenai?\n!pip install x\nm = !ls\n"],
    ],
    ids=["another program", "a broken cell", "magic"],
)
def test_cells_that_are_no_python_are_left_out(tmp_path, cells):
    found = outcome(tmp_path, notebook(*cells), "n.ipynb")
    assert (said(found), found.troubles) == ([], [])


def test_a_notebook_of_another_language_is_not_read(tmp_path):
    text = notebook(
        "import openai; openai.responses.create(model='gpt-4-32k', input='x')", kernelspec={"language": "julia"}
    )
    assert said(outcome(tmp_path, text, "n.ipynb")) == []


@pytest.mark.parametrize(
    ("text", "wanted"), [("{", "no notebook"), ("[1, 2", "no notebook"), ("{}", "a notebook has cells")]
)
def test_what_is_no_notebook_is_told_with_its_place(tmp_path, text, wanted):
    found = outcome(tmp_path, text.ljust(30) + " " + '"import openai"' * (text == ""), "n.ipynb")
    assert [str(one) for one in found.troubles] == [] or wanted in str(found.troubles[0])


PAGES = {
    "a list": (
        "1. x\n\n   ```py\n   import openai\n   openai.responses.create(model='gpt-4-32k', input='hi')\n   ```\n",
        "5:34",
    ),
    "a quotation": (
        "> ```python\n> import openai\n> openai.responses.create(model='gpt-4-32k', input='hi')\n> ```\n",
        "3:33",
    ),
    "tildes": ("~~~py\nimport openai\nopenai.responses.create(model='gpt-4-32k', input='hi')\n~~~\n", "3:31"),
    "a title": (
        '```python title="x.py" {1}\nimport openai\nopenai.responses.create(model=\'gpt-4-32k\', input="hi")\n```\n',
        "3:31",
    ),
    "an end that is missing": (
        "```python\nimport openai\nopenai.responses.create(model='gpt-4-32k', input='hi')",
        "3:31",
    ),
    "lines of DOS": (
        "```python\r\nimport openai\r\nopenai.responses.create(model='gpt-4-32k', input='hi')\r\n```\r\n",
        "3:31",
    ),
    "a session": (
        ">>> no\n\n```pycon\n>>> import openai\n>>> openai.responses.create(model='gpt-4-32k', input='hi')\n1\n```\n",
        "5:35",
    ),
}


@pytest.mark.parametrize(("text", "place"), PAGES.values(), ids=PAGES)
def test_a_block_of_a_page_is_read_at_its_place(tmp_path, text, place):
    found = outcome(tmp_path, text, "page.md")
    assert said(found) == [f"{place} REQ009 model"]


def test_what_a_page_imports_in_one_block_is_known_in_the_others(tmp_path):
    call = "```python\nclient.responses.create(model='gpt-4-32k', input='hi')\n```\n"
    made = "```python\nfrom openai import OpenAI\nclient = OpenAI()\n```\n"
    other = "```python\nfrom groq import Groq\nclient = Groq()\n```\n"
    assert said(outcome(tmp_path, call + made, "page.md")) == ["2:31 REQ009 model"]
    assert said(outcome(tmp_path, call + made + other, "page.md")) == []
    assert said(outcome(tmp_path, call, "page.md")) == []


SCRIPTS = {
    "single quotes": f"curl {URL} -d '{BODY}'",
    "double quotes": f"curl {URL} -d " + '"' + BODY.replace('"', '\\"') + '"',
    "lines continued": f"curl -X POST \\\n  {URL} \\\n  -H 'A: b' \\\n  -d '{BODY}'",
    "an option with its value": f"curl {URL} --data='{BODY}'",
    "after another command": f"cd x && OUT=$(curl -s {URL} --json '{BODY}') | jq .",
    "a variable in the address": f"curl {URL}?x=$X -d '{BODY}'",
}


@pytest.mark.parametrize("text", SCRIPTS.values(), ids=SCRIPTS)
def test_a_curl_command_is_read_and_mended(tmp_path, text):
    found = outcome(tmp_path, f"#!/bin/sh\n{text}\n", "s.sh", mend=True, models=True)
    assert [(one.code, one.path) for one in found.mended] == [("REQ007", "reasoning.effort")]
    assert (tmp_path / "s.sh").read_text() == f"#!/bin/sh\n{text}\n".replace("low", "medium")


QUIET = {
    "another host": f"curl http://localhost:4000/v1/responses -d '{BODY}'",
    "a host like it": f"curl https://api.openai.com.example.org/v1/responses -d '{BODY}'",
    "a comment": f"# curl {URL} -d '{BODY}'",
    "a body put together": f"curl {URL} -d '{{\"model\": '$MODEL', \"input\": 1}}'",
    "a body from a file": f"curl {URL} -d @body.json",
    "two bodies": f"curl {URL} -d '{BODY}' -d '{BODY}'",
    "no JSON": f"curl {URL} -d '{BODY},'",
    "no end": f"curl {URL} -d '{BODY}",
    "no address": f"curl https://[api.openai.com/v1/responses -d '{BODY}'",
    "a method that reads": f"curl {URL}",
}


@pytest.mark.parametrize("text", QUIET.values(), ids=QUIET)
def test_what_can_not_be_known_of_a_command_is_not_judged(tmp_path, text):
    found = outcome(tmp_path, f"{text}\n", "s.sh")
    assert (said(found), found.troubles) == ([], [])


def line(body, url="/v1/responses"):
    return json.dumps({"custom_id": "a", "method": "POST", "url": url, "body": body})


def test_a_batch_is_read_line_by_line(tmp_path):
    bad, good = json.loads(BODY), {"model": "gpt-5.6-sol", "input": "hi"}
    text = "\n".join([line(good), line(bad), '{"custom_id": "x", "body": {', line(bad), ""])
    found = outcome(tmp_path, text, "b.jsonl")
    assert [(one.line, one.code) for one in found.findings] == [(2, "REQ007"), (4, "REQ007")]
    assert [str(one) for one in found.troubles] == [
        f"{tmp_path / 'b.jsonl'}:3:29: no JSON: a key in double quotes is missing"
    ]
    mended = outcome(tmp_path, text, "b.jsonl", mend=True, models=True)
    assert (len(mended.mended), mended.findings) == (2, [])
    assert (tmp_path / "b.jsonl").read_text() == text.replace('"low"', '"medium"')


def test_lines_that_are_no_batch_are_not_judged(tmp_path):
    text = f"{BODY}\n{BODY}\n"
    assert outcome(tmp_path, text, "b.jsonl").calls == 0
