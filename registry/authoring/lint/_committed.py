"""A file of facts as it was committed at a git revision."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any

from registry.authoring.schema import judge
from registry.authoring.source import read

if TYPE_CHECKING:
    from registry.authoring.document import Document


def committed(document: Document, revision: str) -> dict[str, Any] | None:
    """The value of a file at a revision; None when it was not there, or was not well-formed.

    Raises ValueError when there is no such revision, OSError when there is no git.
    """
    path = Path(document.name).absolute()
    if _git(path.parent, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}") is None:
        raise ValueError(f"{revision} is no revision of the git repository around {path.parent}")
    text = _git(path.parent, "show", "--end-of-options", f"{revision}:./{path.name}")
    before = read(text or "")
    judge(before)
    return None if before.mistakes else before.value


def _git(folder: Path, *arguments: str) -> str | None:
    done = subprocess.run(  # noqa: S603 - no shell, and git takes no option after --end-of-options
        ["git", "-C", str(folder), *arguments],  # noqa: S607 - the git of whoever asks
        capture_output=True,
        check=False,
    )
    return done.stdout.decode(errors="replace") if done.returncode == 0 else None
