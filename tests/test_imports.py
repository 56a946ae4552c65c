"""What a verdict may load: the standard library alone, little of it, and no socket."""

import subprocess
import sys

ALLOWED = {
    "__future__",
    "_json",
    "registry",
    "registry.catalogue",
    "registry.check",
    "registry.cost",
    "registry.days",
    "registry.decoding",
    "registry.diagnostics",
    "registry.domain",
    "registry.estimate",
    "registry.facts",
    "registry.fix",
    "registry.grading",
    "registry.lookup",
    "registry.names",
    "registry.report",
    "registry.shape",
    "registry.shape.branches",
    "registry.shape.containers",
    "registry.shape.habits",
    "registry.shape.judgement",
    "registry.shape.kinds",
    "registry.shape.nodes",
    "registry.shape.paths",
    "registry.shape.plan",
    "registry.shape.quick",
    "registry.shape.table",
    "registry.shape.values",
    "registry.shape.variants",
    "registry.subject",
    "registry.translate",
}
"""The decoder of json without its regular expressions, and what is ours."""

VERDICT = """
import sys
before = set(sys.modules)
import registry
report = registry.check({"model": "gpt-5-pro", "input": "hi"}, endpoint="/v1/responses")
assert report.ok
print(*sorted(set(sys.modules) - before))
"""
OFFLINE = """
import socket
def refuse(*args, **kwargs):
    raise AssertionError("a verdict opened a socket")
socket.socket = socket.create_connection = socket.getaddrinfo = refuse
import registry
assert not registry.check({"model": "gpt-5-prro", "input": "hi", "temprature": 1}, endpoint="/v1/responses").ok
"""


def run(code):
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout


def test_a_verdict_imports_what_is_listed_here():
    assert set(run(VERDICT).split()) - ALLOWED == set()


def test_a_verdict_opens_no_socket():
    run(OFFLINE)
