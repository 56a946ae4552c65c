"""`registry estimate`: what requests may come to, before they are sent."""

from __future__ import annotations

from registry.cli import estimating
from registry.cli.options import examples, from_table

command = from_table(
    "estimate",
    estimating.run,
    estimating.OPTIONS,
    """Say what requests may come to.

    Before they are sent, in USD: at the least, as is to be expected, at the most. One request is shown meter by meter,
    many are added up.

    FILE holds one JSON body, an array of them, JSON lines, or the lines of a Batch file, which have its price. Without
    FILE, or for -, standard input is read; with --model and no FILE, the request is what -p says.

    Exit status: 0 all is priced, 1 something is not, 2 wrong usage or an unreadable file, 3 a bug of ours.
    """,
    examples(
        "registry estimate body.json --endpoint /v1/responses",
        "registry estimate batch.jsonl --by endpoint --json",
        "registry estimate -m gpt-5-pro -p input=hi -p max_output_tokens=500",
        "registry estimate body.json --compare gpt-5.1 --compare any",
    ),
)
