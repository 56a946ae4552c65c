"""Python: what is known of a call, what is not, and what may not be said then."""

import pytest
from linting import outcome, said

HEAD = "from openai import OpenAI\nimport openai, litellm\nclient = OpenAI()\n"
LINES = HEAD.count("\n")

WORDS = {
    "ASK(": "client.responses.create(",
    "OLD": "'gpt-4-32k'",
    "NEW": "'gpt-5.6-sol'",
    "HI": "input='hi'",
}
"""What the sources below abbreviate."""


def written(source):
    for short, long in WORDS.items():
        source = source.replace(short, long)
    return source


QUIET = {
    "an argument that is no literal": "ASK(model=m, input=x, reasoning={'effort': e})",
    "a name that is bound twice": "m = OLD\nm = pick()\nASK(model=m, HI)",
    "a name that a branch may change": "m = OLD\nif x:\n    m = NEW\nASK(model=m, HI)",
    "a name that a loop changes": "m = OLD\nfor _ in x:\n    ASK(model=m, HI)\n    m = NEW",
    "a name that a function changes": "m = OLD\ndef f():\n    global m\n    m = NEW\ndef g():\n    ASK(model=m, HI)",
    "a dict that is changed": "d = {'model': OLD, 'input': 'hi'}\nd['model'] = NEW\nASK(**d)",
    "a dict that a method changes": "d = {'model': OLD, 'input': 'hi'}\nd.update(model=NEW)\nASK(**d)",
    "a dict that a function may change": "d = {'model': OLD, 'input': 'hi'}\nprepare(d)\nASK(**d)",
    "an alias of a dict that is changed": "d = {'model': OLD, 'input': 'hi'}\ne = d\ne['model'] = m\nASK(**d)",
    "what a splat may bring": "client.chat.completions.create(model=NEW, **rest)",
    "a condition that a splat may meet": "ASK(model=NEW, HI, temperature=0.2, **rest)",
    "a condition that a hidden value may meet": "ASK(model=NEW, HI, temperature=0.2, reasoning=r)",
    "a dict over a literal": "ASK(**{'model': OLD, 'input': 'hi', **rest})",
    "a parameter of a function": "def f(m=OLD):\n    ASK(model=m, HI)",
    "a name that shadows an import": "def f(client):\n    ASK(model=OLD, HI)",
    "a comprehension's own name": "m = OLD\n[ASK(model=m, HI) for m in ms]",
    "another address": "OpenAI(base_url=u).responses.create(model=OLD, HI)",
    "another address in the environment": "import os\nos.environ['OPENAI_BASE_URL'] = u\nASK(model=OLD, HI)",
    "a client whose arguments are unknown": "OpenAI(**kw).responses.create(model=OLD, HI)",
    "a client that is one of two": "c = OpenAI() if x else Other()\nc.responses.create(model=OLD, HI)",
    "a client that was patched": (
        "import instructor\n"
        "instructor.patch(client)\n"
        "client.chat.completions.create(model=NEW, messages=m, max_retries=3)"
    ),
    "a module that goes elsewhere": "litellm.api_base = 'http://localhost'\nlitellm.completion(OLD, [])",
    "a test of a refusal": "with raises(E):\n    ASK(model=OLD, HI)",
    "an ellipsis in the place of code": "ASK(model=NEW, ...)",
    "a name of another provider": "litellm.completion('groq/gpt-4-32k', [])",
    "a walrus in a condition": "if (m := pick()):\n    ASK(model=m, HI)",
    "a try that may have failed": "m = NEW\ntry:\n    m = pick()\nexcept E:\n    pass\nASK(model=m, HI)",
    "a client deleted and made anew": "del client\nclient = make()\nASK(model=OLD, HI)",
    "self of somebody else": "class A:\n    def f(self):\n        self.ASK(model=OLD, HI)",
    "a class whose client is given": (
        "class A:\n"
        "    def __init__(self, c):\n"
        "        self.client = OpenAI()\n"
        "        self.client = c\n"
        "    def f(self):\n"
        "        self.ASK(model=OLD, HI)"
    ),
}

FIRING = {
    "a literal": ("client.responses.create(model='gpt-4-32k', input='hi')", "1:31 REQ009 model"),
    "a constant": ("M = 'gpt-4-32k'\nclient.responses.create(model=M, input='hi')", "2:31 REQ009 model"),
    "a constant seen from a function": (
        "M = 'gpt-4-32k'\ndef f():\n    client.responses.create(model=M, input='hi')",
        "3:35 REQ009 model",
    ),
    "texts put together": ("client.responses.create(model='gpt-4' + '-32k', input='hi')", "1:31 REQ009 model"),
    "a formatted text without holes": ("client.responses.create(model=f'gpt-4-32k', input='hi')", "1:31 REQ009 model"),
    "numbers worked out": (
        "client.embeddings.create(model='text-embedding-3-small', input='hi', dimensions=1000 * 2)",
        "1:81 REQ008 dimensions",
    ),
    "a negative number": (
        "client.embeddings.create(model='text-embedding-3-small', input='hi', dimensions=-1)",
        "1:81 REQ007 dimensions",
    ),
    "a dict laid over another": (
        "d = {'model': 'gpt-6-sol', 'input': 'hi'}\nclient.responses.create(**{**d, 'reasoning': {'effort': 'ultra'}})",
        "2:57 REQ007 reasoning.effort",
    ),
    "a dict made by dict": ("client.responses.create(**dict(model='gpt-4-32k', input='hi'))", "1:38 REQ009 model"),
    "dicts joined": ("client.responses.create(**({'input': 'hi'} | {'model': 'gpt-4-32k'}))", "1:56 REQ009 model"),
    "an item of a dict": (
        "D = {'m': 'gpt-4-32k'}\nclient.responses.create(model=D['m'], input='hi')",
        "2:31 REQ009 model",
    ),
    "the same in both branches": (
        "if x:\n    c = OpenAI()\nelse:\n    c = OpenAI()\nc.responses.create(model='gpt-4-32k', input='hi')",
        "5:26 REQ009 model",
    ),
    "a function by another name": (
        "ask = client.responses.create\nask(model='gpt-4-32k', input='hi')",
        "2:11 REQ009 model",
    ),
    "a client in a with": (
        "with OpenAI() as c:\n    c.responses.create(model='gpt-4-32k', input='hi')",
        "2:30 REQ009 model",
    ),
    "a client of a class": (
        "class A:\n    c = OpenAI()\n    def f(self):\n        self.c.responses.create(model='gpt-4-32k', input='hi')",
        "4:39 REQ009 model",
    ),
    "a hidden value that can't mend it": (
        "client.responses.create(model='gpt-6.1-sol', input=x, temperature=0.2, reasoning={'effort': e})",
        "1:67 REQ007 temperature",
    ),
    "a splat that can't mend it": ("client.responses.create(model='gpt-4-32k', **rest)", "1:31 REQ009 model"),
    "a raw answer": ("client.responses.with_raw_response.create(model='gpt-4-32k', input='hi')", "1:49 REQ009 model"),
    "an argument without its name": ("litellm.completion('gpt-4-32k', m)", "1:20 REQ009 model"),
    "a missing argument": ("client.embeddings.create(model='text-embedding-3-small')", "1:1 REQ012 input"),
    "after other letters": ("x = 'äöü😀'; client.responses.create(model='gpt-4-32k', input='hi')", "1:43 REQ009 model"),
    "in a call of a call": (
        "print(client.responses.create(model='gpt-4-32k', input='hi').output)",
        "1:37 REQ009 model",
    ),
    "in a lambda": ("f = lambda x: client.responses.create(model='gpt-4-32k', input=x)", "1:45 REQ009 model"),
    "drop_params off": (
        "litellm.drop_params = False\nlitellm.completion('gpt-6.1-sol', m, temperature=0.2)",
        "2:50 REQ007 temperature",
    ),
}


@pytest.mark.parametrize("source", QUIET.values(), ids=QUIET)
def test_what_may_be_right_is_not_said_to_be_wrong(tmp_path, source):
    assert said(outcome(tmp_path, HEAD + written(source))) == []


@pytest.mark.parametrize(("source", "wanted"), FIRING.values(), ids=FIRING)
def test_what_is_surely_wrong_is_found_where_it_stands(tmp_path, source, wanted):
    found = said(outcome(tmp_path, HEAD + source))
    line, rest = wanted.split(":", 1)
    if wanted.endswith("temperature"):
        found = [one for one in found if one.endswith("temperature")]
    assert found == [f"{int(line) + LINES}:{rest}"]


def test_what_is_set_elsewhere_for_all_calls_counts(tmp_path):
    source = "import litellm\nlitellm.completion('gpt-6.1-sol', m, temperature=0.2)"
    strict, lenient = (outcome(tmp_path, source, given=given) for given in ({}, {"drop_params": True}))
    assert ([one.severity for one in strict.findings], [one.severity for one in lenient.findings]) == (
        ["error"],
        ["warning"],
    )


MENDED = {
    "its own quotes": ("client.responses.create(model='gpt-4-32k', input=\"x\")", "model='gpt-4o'"),
    "other quotes": ('client.responses.create(model="gpt-4-32k", input="x")', 'model="gpt-4o"'),
    "a name": (
        "client.embeddings.create(model='text-embedding-3-small', input='x',   dimensoins=5)",
        "input='x',   dimensions=5)",
    ),
    "a key": (
        "client.embeddings.create(**{'model': 'text-embedding-3-small', 'input': 'x', 'dimensoins': 5})",
        "'dimensions': 5",
    ),
}


@pytest.mark.parametrize(("source", "wanted"), MENDED.values(), ids=MENDED)
def test_mending_keeps_the_manner_of_writing(tmp_path, source, wanted):
    found = outcome(tmp_path, HEAD + source + "  # as it was\n", mend=True, models=True)
    written = (tmp_path / "calls.py").read_text(encoding="utf-8")
    assert (len(found.mended), wanted in written, written.endswith("  # as it was\n")) == (1, True, True)


def test_a_constant_used_elsewhere_too_is_not_rewritten(tmp_path):
    source = f"{HEAD}M = 'gpt-4-32k'\nclient.responses.create(model=M, input='hi')\n"
    assert outcome(tmp_path, source, mend=True, models=True).mended == []
    assert (tmp_path / "calls.py").read_text(encoding="utf-8") == source
