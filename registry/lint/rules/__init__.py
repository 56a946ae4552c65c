"""The rules about LiteLLM's configuration files, one file each; `RULES` is all of them, by code."""

from __future__ import annotations

from registry.lint.rules._rule import Config, Flaw, Rule
from registry.lint.rules.absent_route import absent_route
from registry.lint.rules.malformed_variable import malformed_variable
from registry.lint.rules.misspelt_setting import misspelt_setting
from registry.lint.rules.unknown_mode import unknown_mode

RULES: tuple[Rule, ...] = (misspelt_setting, absent_route, malformed_variable, unknown_mode)

__all__ = ["RULES", "Config", "Flaw", "Rule"]
