"""Prints what peers say, one JSON list a line: peer, model, field, value. Run by the peers' interpreter."""

from __future__ import annotations

import json
import sys
import sysconfig
from importlib import import_module
from pathlib import Path


def main() -> None:
    """Reads the peers named on the command line."""
    site = Path(sysconfig.get_path("purelib"))
    for peer in sys.argv[1:]:
        reader = import_module(f"comparing.readers.{peer.replace('-', '_')}")
        for model, field, value in reader.read(site):
            print(json.dumps([peer, model, field, value]))


if __name__ == "__main__":
    main()
