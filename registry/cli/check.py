"""`registry check`: what the API would refuse about requests, before they are sent."""

from __future__ import annotations

from registry.cli import judge
from registry.cli.options import examples, from_table

EXAMPLES = examples(
    "registry check body.json --endpoint /v1/responses",
    "registry check -m gpt-5-pro -p input=hi -p reasoning.effort=low",
    "registry check batch.jsonl --on +90d --ignore REQ010",
    "registry check body.json --max-cost 0.50 --count-tokens",
)

command = from_table(
    "check",
    judge.check,
    judge.OPTIONS,
    """Say what the API would refuse about requests.

    Nothing is sent: what is known about the model and the endpoint tells it, with the reason, the source and a fix.

    FILE holds one JSON body, an array of them, JSON lines, or the lines of a Batch file, whose urls are the endpoints.
    Without FILE, or for -, standard input is read; with --model and no FILE, the request is what -p says.

    Exit status: 0 fine, 1 an error found, 2 wrong usage or an unreadable file, 3 a bug of ours.
    """,
    EXAMPLES,
)
