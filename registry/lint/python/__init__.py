"""Python source → the calls in it, read by walking its statements with what is surely known of each name."""

from __future__ import annotations

from registry.lint.python.functions import Functions
from registry.lint.python.reading import Broken, is_worth_reading, read

__all__ = ["Broken", "Functions", "is_worth_reading", "read"]
