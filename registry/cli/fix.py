"""`registry fix`: requests with the least changes that make the API take them."""

from __future__ import annotations

from registry.cli import repair
from registry.cli.options import examples, from_table

EXAMPLES = examples(
    "registry fix body.json --endpoint /v1/responses",
    "registry fix batch.jsonl --in-place",
    "registry fix body.json -m gpt-5-pro",
)

command = from_table(
    "fix",
    repair.fix,
    repair.OPTIONS,
    """Print requests as the API would take them.

    Each has the least changes that make its verdict clean, and every change is said on standard error.

    FILE is read, and the options mean, as in `registry check`. What needs no change is printed as it was written.

    Exit status: 0 all is fine now, 1 something is left that can't be fixed, 2 wrong usage or an unreadable file.
    """,
    EXAMPLES,
)
