"""Whether a value has a kind, as a type checker would see a literal of it."""

from registry.generate.stubs.kinds import Either, Literals, Many, Mapped, Plain, Record

JSON = {
    "string": lambda value: isinstance(value, str),
    "integer": lambda value: isinstance(value, int) and not isinstance(value, bool),
    "number": lambda value: isinstance(value, int | float) and not isinstance(value, bool),
    "boolean": lambda value: isinstance(value, bool),
    "object": lambda value: isinstance(value, dict),
    "any": lambda _: True,
    "null": lambda value: value is None,
    "never": lambda _: False,
}


def takes(kind, value):
    """Whether a value has a kind."""
    if isinstance(kind, Plain):
        return JSON[kind.word](value)
    if isinstance(kind, Literals):
        return any(type(one) is type(value) and one == value for one in kind.values)
    if isinstance(kind, Many):
        return isinstance(value, list) and all(takes(kind.item, one) for one in value)
    if isinstance(kind, Mapped):
        return isinstance(value, dict) and all(takes(kind.value, one) for one in value.values())
    if isinstance(kind, Record):
        return isinstance(value, dict) and fits(kind.fields, value)
    assert isinstance(kind, Either)
    return any(takes(one, value) for one in kind.kinds)


def fits(fields, body):
    """Whether an object has these fields and no others, with all that are required."""
    known = {field.name: field for field in fields}
    given = all(key in known and takes(known[key].kind, value) for key, value in body.items())
    return given and all(field.name in body for field in fields if field.required)
