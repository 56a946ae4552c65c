"""The hooks that pre-commit finds in this repository, for other people's files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from registry.generate.artefact import GENERATED, Artefact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from registry.generate.material import Material

PATH = ".pre-commit-hooks.yaml"
HOOKS = (
    (
        "registry-lint",
        "bad calls of models",
        "registry lint",
        ("python", "pyi", "jupyter", "markdown", "yaml", "shell"),
    ),
    ("registry-lint-fix", "bad calls of models, mended", "registry lint --fix", ("python", "pyi", "yaml", "shell")),
    (
        "registry-lint-next-quarter",
        "calls that break in 90 days",
        "registry lint --on +90d",
        ("python", "jupyter", "yaml"),
    ),
)
"""Each hook: its id, its name, what it runs, the types of files that it is given, as `identify` names them."""


def hooks(material: Material) -> Iterator[Artefact]:
    """The file of hooks."""
    del material
    yield Artefact(PATH, _rendered)


def _rendered() -> str:
    lines = [f"# {GENERATED} hooks`; do not edit: registry/generate/hooks.py has them."]
    for name, title, entry, types in HOOKS:
        lines += [
            f"- id: {name}",
            f"  name: {title}",
            f"  entry: {entry}",
            "  language: python",
            f"  types_or: [{', '.join(types)}]",
            "  require_serial: true",
        ]
    return "\n".join(lines) + "\n"
