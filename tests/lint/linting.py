"""What the tests of the linter share: linting a text as a file of its own."""

from pathlib import Path

from registry.catalogue import bundled
from registry.lint import Linter, Settings

ON = "2026-11-24"


def linter(**options):
    return Linter(Settings(bundled(), options.pop("on", ON), **options))


def outcome(folder, text, name="calls.py", *, mend=False, **options):
    """What comes of a file with this text; bytes are written as they are."""
    path = Path(folder) / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return linter(**options).file(str(path), mend=mend)


def said(found):
    """Findings as `line:column code path`."""
    return [f"{one.line}:{one.column} {one.code} {one.path}" for one in found.findings]
