"""`registry mock`: a local server that answers like the API."""

from __future__ import annotations

from pathlib import Path

import click

from registry.cli import settings
from registry.cli.options import examples, shared, usage
from registry.cli.screen import tell

PORT = 8010
EXTRA = "pip install 'model-capability-registry[mock]'"
EXAMPLES = examples(
    "registry mock",
    "registry mock --port 9000 --record requests.jsonl",
    "registry mock --on +90d --trust litellm-docs",
)


@click.command("mock", epilog=EXAMPLES)
@click.option("--port", default=PORT, show_default=True, type=click.IntRange(0, 65535), help="Its port; 0: a free one.")
@click.option("--host", default="127.0.0.1", show_default=True, help="Its address; loopback reaches this machine only.")
@click.option(
    "--record", type=click.Path(dir_okay=False), help="Append every request to this file, a line of JSON each."
)
@shared(settings.ON, settings.TRUST, settings.CATALOGUE)
def command(
    *, port: int, host: str, record: str | None, on: str | None, trust: str | None, catalogue: tuple[str, ...]
) -> None:
    """Answer like the API, on this machine.

    What the catalogue says would be refused gets the API's error and status, all else a well-formed answer that
    depends on the request alone. No key is asked for, and nothing leaves the machine. GET /__registry__/requests tells
    what was sent.
    """
    with usage():
        facts = settings.catalogue_of(catalogue)
        options = {"on": settings.day(on), "trust": settings.source(facts, trust), "catalogue": facts}
    try:
        from registry.integrations.mock.server import serve
    except ModuleNotFoundError as missing:
        raise click.UsageError(f"registry mock needs {missing.name}: {EXTRA}", click.get_current_context()) from None
    if on is None:
        del options["on"]  # a server that runs past midnight judges by its own day
    for address in serve(host, port, Path(record) if record else None, **options):
        tell(f"registry mock answers at {address} (Ctrl-C ends it)")
