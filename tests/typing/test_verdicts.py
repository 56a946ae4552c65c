"""The same calls, made: what checkers flag is refused before anything is sent, what they let pass is sent as written."""

import ast
from pathlib import Path

import pytest

import registry
from registry.typed import litellm, openai

HERE = Path(__file__).parent
ON = "2026-06-01"
"""A day on which every model of these calls answers."""


class Echo:
    """Stands for the official client and for litellm: what would be sent comes back."""

    @staticmethod
    def create(**arguments):
        return arguments

    completion = acompletion = responses = aresponses = create


class Client:
    responses = Echo

    class chat:  # noqa: N801 - the client's own name
        completions = Echo


def calls(name):
    """The calls of a file that stand alone on their lines, with those lines, and what they read."""
    tree = ast.parse((HERE / name).read_text(encoding="utf-8"))
    read = {
        "strict": openai(Client, on=ON),
        "lenient": openai(Client, lenient=True, on=ON),
        "later": openai(Client, on=ON),
        "llm": litellm(Echo, on=ON),
        "any_llm": litellm(Echo, lenient=True, on=ON),
    }
    for node in tree.body:
        target = node.targets[0] if isinstance(node, ast.Assign) else getattr(node, "target", None)
        if isinstance(target, ast.Name) and target.id not in read:
            read[target.id] = eval(ast.unparse(node.value), dict(read))  # noqa: S307 - a line of ours
    return [
        pytest.param(ast.unparse(node), read, id=f"{node.lineno}")
        for node in tree.body
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call)
    ]


@pytest.mark.parametrize(("call", "read"), calls("right.py"))
def test_a_right_call_is_made(call, read):
    made = eval(call, read)  # noqa: S307 - a line of ours
    assert made["model"] in call
    assert (
        set(made) - {"model"} == {word.arg for word in ast.parse(call).body[0].value.keywords if word.arg}
        or "**" in call
    )


@pytest.mark.parametrize(("call", "read"), calls("mistakes.py"))
def test_a_mistake_is_refused_and_nothing_is_sent(call, read):
    with pytest.raises((registry.InvalidRequest, registry.UnknownModel)):
        eval(call, read)  # noqa: S307 - a line of ours
