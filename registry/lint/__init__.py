"""Finding bad calls before they run, in the files that make them: source, notebooks, pages, configurations, batches.

Each kind of file has a reader that turns it into calls; a call is judged as `registry.check` judges it, and counts as
wrong only if it is so whatever its hidden part may be.
"""

from __future__ import annotations

from registry.lint.files import Trouble
from registry.lint.finding import Edit, Finding
from registry.lint.linter import Linter, Outcome
from registry.lint.rules import RULES
from registry.lint.settings import Settings

__all__ = ["RULES", "Edit", "Finding", "Linter", "Outcome", "Settings", "Trouble"]
