"""`registry translate`: requests in another endpoint's spelling."""

from __future__ import annotations

from registry.cli import respelling
from registry.cli.options import examples, from_table

EXAMPLES = examples(
    "registry translate body.json",
    "registry translate --from responses --to chat body.json",
    "registry translate batch.jsonl --quiet",
)

command = from_table(
    "translate",
    respelling.translate,
    respelling.OPTIONS,
    """Say requests as another endpoint spells them.

    A body of chat completions becomes one of responses, or back: messages become input items and tools are laid flat;
    effort, verbosity, formats and lengths go where they belong.
    What the other endpoint has no word for is said on standard error, and left out.

    FILE holds one JSON body, an array of them, JSON lines, or the lines of a Batch file. Without FILE, or for -,
    standard input is read.

    Exit status: 0 all could be said, 1 something was left out, 2 wrong usage or an unreadable file.
    """,
    EXAMPLES,
)
