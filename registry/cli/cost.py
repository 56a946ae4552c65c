"""`registry cost`: what requests came to."""

from __future__ import annotations

from registry.cli import pricing
from registry.cli.options import examples, from_table

command = from_table(
    "cost",
    pricing.run,
    pricing.OPTIONS,
    """Say what requests came to, and add it up.

    FILE holds answers of the API as JSON lines or as one array, the output of a Batch, spans of OpenTelemetry with
    gen_ai attributes, lines of your own ({"model": …, "usage": …, "on": …, "service_tier": …}), or CSV with such
    columns. Without FILE, or for -, standard input is read; with -m and -u, one usage is priced and shown line by line.

    Exit status: 0 all is priced, 1 something is not, 2 wrong usage or an unreadable place, 3 a bug of ours.
    """,
    examples(
        "registry cost usage.jsonl --by model --by day",
        "registry cost -m gpt-5-pro -u input=1000 -u output=50 --tier batch",
        "registry cost usage.jsonl --as-of 2025-06-09 --compare gpt-5.1",
    ),
)
