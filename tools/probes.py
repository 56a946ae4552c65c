"""Sends 19 bad and 6 good requests through every guarded client, and prints what became of them beside the peers.

Nothing leaves the machine: a server on loopback answers like the API and tells what reached it.
What the peers did stands in tools/probes.yaml. The environments are those of tools/guards.py.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from pathlib import Path

import yaml
from guarding import environment

TOOLS = Path(__file__).resolve().parent
PROBES = environment.ROOT / "tests" / "integrations" / "probes.yaml"
PEERS = TOOLS / "probes.yaml"
TRUSTED = "litellm-docs"

CLIENTS = {"openai": "newest", "langchain": "newest", "litellm async": "litellm", "litellm sync": "litellm"}
"""Guarded clients, and the environment that each is in."""


def main() -> int:
    """Asks, prints a table, and fails when a bad request was sent or a good one was not."""
    options = parser().parse_args()
    probes = yaml.safe_load(PROBES.read_text(encoding="utf-8"))
    columns: dict[str, dict[str, str]] = {}
    for client, name in CLIENTS.items():
        columns[f"{client}, guarded"] = ask(client, name, options.trust)
    known = yaml.safe_load(PEERS.read_text(encoding="utf-8"))
    for at, peer in enumerate(known["peers"]):
        columns[peer] = {probe: outcomes[at] for probe, outcomes in known["outcomes"].items()}
    print("\n".join(table(probes, columns)))
    return 0 if all(right(probes, columns[f"{client}, guarded"], options.trust) for client in CLIENTS) else 1


def parser() -> argparse.ArgumentParser:
    """Describes the command line."""
    result = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    result.add_argument("--trust", choices=[TRUSTED], help="the source that two of the probes stand on")
    return result


def ask(client: str, name: str, trust: str | None) -> dict[str, str]:
    """The outcome of each probe through a guarded client."""
    command = [str(environment.ready(name)), str(TOOLS / "guarding" / "ask.py"), client, str(PROBES)]
    done = subprocess.run(
        [*command, *([trust] if trust else [])],
        env=environment.variables(),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        check=True,
    )
    return dict(json.loads(line) for line in done.stdout.splitlines())


def table(probes: list[dict[str, str]], columns: dict[str, dict[str, str]]) -> list[str]:
    """Markdown: a row a probe, a column a client, and the sums."""
    lines = [f"| probe | {' | '.join(columns)} |", "|---|" + "---|" * len(columns)]
    for probe in probes:
        cells = [column[probe["id"]] for column in columns.values()]
        lines.append(f"| {probe['id']} {probe['says']} | {' | '.join(cells)} |")
    for words, letter, wanted in (
        ("bad ones stopped for the right reason", "P", ("reject", "rerouted")),
        ("good ones let through", "C", ("ok",)),
    ):
        sums = [score(column, letter, *wanted) for column in columns.values()]
        lines.append(f"| **{words}** | {' | '.join(sums)} |")
    return lines


def score(column: dict[str, str], letter: str, *wanted: str) -> str:
    """`17/19`, of those that the client has a call for."""
    outcomes = [outcome for probe, outcome in column.items() if probe.startswith(letter) and outcome != "n/a"]
    return f"{sum(outcome in wanted for outcome in outcomes)}/{len(outcomes)}"


def right(probes: list[dict[str, str]], column: dict[str, str], trust: str | None) -> bool:
    """Whether every probe came out as it should; a disputed one is sent unless its source is trusted."""
    for probe in probes:
        refused = "path" in probe and not ("disputed" in probe and trust is None)
        if column[probe["id"]] not in ("reject" if refused else "ok", "rerouted" if "reroutes" in probe else "n/a"):
            return False
    return True


if __name__ == "__main__":
    sys.exit(main())
