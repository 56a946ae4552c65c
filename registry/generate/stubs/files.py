"""The files of stubs: their names in a folder, and their text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from registry.generate.printing import printed
from registry.generate.stubs import litellm, python, typescript
from registry.generate.stubs.choices import choices
from registry.generate.stubs.groups import ANY_MODEL, Bundle, Group, shared_name
from registry.generate.stubs.kinds import records
from registry.generate.stubs.naming import camel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from registry.generate.stubs.groups import Stubs
    from registry.generate.stubs.kinds import Field

CALLS = {"responses": "Responses", "chat": "ChatCompletions"}
"""What the official client calls what `create` belongs to, by endpoint."""
OTHERS = "OtherEndpoints"
"""The class of models that no typed call takes."""


def requests_module(stubs: Stubs, head: str) -> str:
    """The literals and TypedDicts, in a module that can be imported."""
    by_mode = {mode: stubs.called(id_ for group in some for id_ in group.ids) for mode, some in stubs.groups.items()}
    return printed(
        "stubs/requests.py.jinja",
        **_context(stubs, head),
        by_mode=by_mode,
        literals=python.alias,
        listed=python.listed,
        annotation=_annotation,
        remark=_remark,
        inside=python.inside,
        imports=python.imports,
    )


def declarations(stubs: Stubs, head: str) -> str:
    """The same for TypeScript."""
    return printed(
        "stubs/models.d.ts.jinja",
        **_context(stubs, head),
        listed=typescript.listed,
        spelled=typescript.spelled,
        comment=typescript.comment,
    )


def _context(stubs: Stubs, head: str) -> dict[str, Any]:
    """What templates of types read, whatever the language."""
    return {
        "head": head,
        "stubs": stubs,
        "ids": stubs.called(model.id for model in stubs.models),
        "named": list(choices(stubs)),
        "groups": [*(group for some in stubs.groups.values() for group in some), *stubs.anybody],
        "aliases": list(_aliases(stubs)),
        "records": lambda fields: [record for field in fields for record in records(field.kind)],
        "shared_name": shared_name,
        "camel": camel,
        "said": lambda group: _said(group, stubs),
    }


def signatures(stubs: Stubs, head: str) -> str:
    """The clients' calls, in a stub."""
    bundles = [bundle._replace(name=bundle.name if any(bundle.groups.values()) else OTHERS) for bundle in stubs.bundles]
    anybody = Bundle(ANY_MODEL, (), {group.mode: group for group in stubs.anybody})
    return printed(
        "stubs/init.pyi.jinja",
        head=head,
        groups=[*(group for some in stubs.groups.values() for group in some), *stubs.anybody],
        bundles=[*bundles, anybody],
        anybody=anybody,
        called=stubs.called,
        listed=python.listed,
        calls=_calls,
        litellm=litellm.calls(stubs),
        inside=python.inside,
        imports=python.imports,
        said=lambda group: _said(group, stubs),
    )


def _aliases(stubs: Stubs) -> Iterator[tuple[str, str]]:
    """A name of its own for the parameters of each model that has not lent its name to the group."""
    for some in stubs.groups.values():
        for group in some:
            for id_ in group.ids:
                own = group._replace(name=stubs.names[id_]).params
                if own != group.params:
                    yield own, group.params


def _calls(group: Group) -> str:
    """The name of the class of a group's calls."""
    return f"{group.name}{CALLS[group.mode]}"


def _annotation(field: Field, prefix: str) -> str:
    spelled = python.spelled(field.kind, prefix)
    return f"Required[{spelled}]" if field.required else spelled


def _remark(field: Field) -> str:
    """A comment with the conditions that a type can't say."""
    return f"  # {' '.join(field.note.split())}" if field.note else ""


def _said(group: Group, stubs: Stubs) -> str:
    who = ", ".join(group.ids) or "Any model"
    return f"{who} at {stubs.catalogue.path(group.mode)}."
