"""What a body must be whatever else it says: types, lengths, fields, variants, values without a condition."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from registry.domain import parse, parse_accepts
from registry.generate.schemas.algebra import both, either, nullable, of_types, when
from registry.generate.schemas.alternatives import picked, takes_text, types_of
from registry.generate.schemas.patterns import portable
from registry.generate.schemas.reach import counted, leaf_of, lengths, own_values, tag_of, variants, writable
from registry.shape.kinds import kinds

if TYPE_CHECKING:
    from registry.domain import Values
    from registry.generate.schemas.algebra import Schema
    from registry.shape.plan import Node, Plan


class Body:
    """A body's schema, with the types that it names under `defs`.

    `facts` are the sets of values of parameters to write right where the parameters stand.
    """

    def __init__(self, plan: Plan, facts: dict[str, Values] | None = None) -> None:
        self.plan = plan
        self.facts = facts or {}
        self.defs: dict[str, Schema] = {}
        self._names: dict[tuple[str, str | None, str | None], str] = {}

    def whole(self) -> Schema:
        """The schema of the body itself; its fields are parameters under their own names."""
        return both({"type": "object"}, self._object(self.plan.node(self.plan.shape["body"]), None, implied=True))

    def at(self, spec: str | Node, name: str | None = None, tag: str | None = None) -> Schema:
        """The schema of a node. `name` is the parameter it is by its place, `tag` a key that whoever picked it read."""
        if isinstance(spec, str):
            return self._named(spec, name, tag)
        node = spec
        made = self._one_of(node, name) if "one_of" in node else self._node(node, node.get("param", name), tag)
        fact = self.plan.parameter(node.get("param", name) or "")
        default = node.get("default") if fact is None or fact.default is None else fact.default
        said = {"description": node.get("note"), "default": default}
        said = {word: value for word, value in said.items() if value is not None}
        return {**made, **said} if said and isinstance(made, dict) else made

    def _named(self, spec: str, name: str | None, tag: str | None) -> Schema:
        node = self.plan.node(spec)
        # Most types are the same wherever they stand.
        name = name if name in self.facts and "param" not in node else None
        tag = tag if node.get("unknown") == "refused" and tag not in node.get("fields", {}) else None
        key = (spec, name, tag)
        if key not in self._names:
            self._names[key] = ".".join(word for word in key if word)
            self.defs[self._names[key]] = self.at(node, name, tag)
        return {"$ref": f"#/$defs/{self._names[key]}"}

    def _one_of(self, node: Node, name: str | None) -> Schema:
        name = node.get("param", name)
        judged = picked(node, self.plan, name)
        options = [self.at(spec, name) for spec in node["one_of"]]
        free = ["string"] if takes_text(node, self.plan, name) else []
        null = ["null"] if node.get("null") == "accepted" else []
        if self._apart(node, judged, free):
            made = either(*options)
            return nullable(made) if null else made
        allowed = of_types([*free, *(kind for kinds_ in judged for kind in kinds_), *null])
        parts = [when(of_types(types), one) for types, one in zip(judged, options, strict=True) if types]
        return both(allowed, *parts)

    def _apart(self, node: Node, judged: list[list[str]], free: list[str]) -> bool:
        """Whether each alternative takes just what it judges, so that `anyOf` says the same."""
        nodes = [self.plan.node(spec) for spec in node["one_of"]]
        plain = [["number" if word == "integer" else word for word in types_of(kinds(one, self.plan))] for one in nodes]
        if free and sum("string" in words for words in plain) == 1:
            judged = [[*(free if "string" in words else ()), *mine] for words, mine in zip(plain, judged, strict=True)]
        return plain == judged and not any(one.get("null") == "accepted" for one in nodes)

    def _node(self, node: Node, name: str | None, tag: str | None) -> Schema:
        types = kinds(node, self.plan)
        words = types_of(types)
        made = both(of_types(words) if words else True, self._lengths(node, types), self._own(node, words))
        made = both(made, *(leaf_of(known, values)(node, name) for known, values in self.facts.items()))
        if "by" in node:
            made = both(made, self._variants(node))
        elif "fields" in node or "values" in node or node.get("unknown", "ignored") != "ignored":
            made = both(made, self._object(node, tag))
        if "items" in node:
            made = both(made, {"items": self.at(node["items"])}, counted(node))
        return nullable(made) if node.get("null") == "accepted" else made

    def _lengths(self, node: Node, types: tuple[str, ...]) -> Schema:
        """Characters, items, keys; and the form of a string. What a file weighs, JSON does not carry."""
        pattern = portable(node["matches"]) if "matches" in node else None
        form: Schema = {"pattern": pattern} if pattern is not None else True
        if "size" not in node or "file" in types:
            return form
        return both(form, lengths(parse(node["size"]).bind(self.plan.limits), types))

    def _own(self, node: Node, words: list[str]) -> Schema:
        """The shape's own values, where they depend on nothing else of the body."""
        if "accepts" not in node and "when" not in node:
            return True
        accepts = parse_accepts(dict(node)).bind(self.plan.mode, self.plan.limits)
        return own_values(accepts, accepts.values, words) if accepts and not accepts.when else True

    def _object(self, node: Node, tag: str | None, *, implied: bool = False) -> Schema:
        fields = {
            key: False if "instead" in self.plan.node(spec) else self.at(spec, key if implied else None)
            for key, spec in (node.get("fields") or {}).items()
        }
        if tag is not None:
            fields = {tag: True, **fields}
        required = [
            key for key, spec in (node.get("fields") or {}).items() if self.plan.node(spec).get("required") is True
        ]
        made: dict[str, Any] = {"properties": fields} if fields else {}
        if required:
            made["required"] = required
        if "values" in node:
            made["additionalProperties"] = self.at(node["values"])
        elif node.get("unknown") == "refused":
            made["additionalProperties"] = False
        return made or True

    def _variants(self, node: Node) -> Schema:
        """One variant for each tag; a tag left out or null is that of `otherwise`."""
        by, tags = node["by"], writable(node)
        known: dict[str, Any] = {"enum": [*tags, None] if "otherwise" in node else tags}
        made: dict[str, Any] = {"properties": {by: known}}
        if "otherwise" not in node:
            made["required"] = [by]
        picks = {tag: self.at(node["variants"][tag], tag=by) for tag in node["variants"]}
        return both(made, variants(node, picks), *(tag_of(known, values)(node) for known, values in self.facts.items()))
