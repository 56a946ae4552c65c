"""Runs contestants as processes, in turn, and keeps the best figure of each."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import Literal, NamedTuple

Unit = Literal["ms", "µs", "MB"]


class Contestant(NamedTuple):
    """A process to start and how to read its figure: its CPU time, or the number that it prints."""

    name: str
    command: list[str]
    environment: dict[str, str]
    unit: Unit = "ms"
    prints: bool = False
    # A figure that is itself a minimum over many calls gains nothing from many rounds.
    rounds: int = sys.maxsize


class UnmeasuredError(Exception):
    """Tells why a contestant has no figure."""


def interleave(entered: list[Contestant], rounds: int) -> tuple[dict[str, float], dict[str, str]]:
    """Returns the least figure of each contestant, and the reason for each that has none.

    Rounds are interleaved, so that a slow minute of the machine meets every contestant alike.
    """
    best: dict[str, float] = {}
    failures: dict[str, str] = {}
    for turn in range(rounds + 1):  # the first warms the caches of the disk and writes bytecode
        print(f"round {turn} of {rounds}", file=sys.stderr, flush=True)
        for one in entered:
            if one.name in failures or turn > one.rounds or (turn == 0 and one.prints):
                continue
            try:
                figure = measure(one)
            except UnmeasuredError as reason:
                failures[one.name] = str(reason)
                continue
            if turn > 0:
                best[one.name] = min(figure, best.get(one.name, figure))
    return best, failures


def measure(one: Contestant) -> float:
    """Runs one contestant once and returns its figure."""
    with subprocess.Popen(
        one.command, env=one.environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as child:
        assert child.stdout is not None
        assert child.stderr is not None
        # A child that fails writes little to stderr, so reading one pipe after the other cannot block.
        output, complaint = child.stdout.read(), child.stderr.read()
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        raise UnmeasuredError((complaint.strip() or output.strip() or "no output").splitlines()[-1])
    return float(output.split()[-1]) if one.prints else (used.ru_utime + used.ru_stime) * 1e3
