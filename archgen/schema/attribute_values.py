"""What an attribute may hold in a design file: a plain value, a choice, a word written out, an id, or a list of these."""

import typing
from collections.abc import Mapping, Sequence

from archgen.dsl.component import Component
from archgen.dsl.declared import declaration
from archgen.dsl.design import Design
from archgen.dsl.marks import Limits
from archgen.dsl.shape import SORTS, Attribute, Choice, Plain, first_positional, flattened, shape
from archgen.dsl.waiver import EMPTY_REASONS, Waiver
from archgen.dsl.word import Word
from archgen.schema.plain_values import END, Schema, any_case

OBJECT: Schema = {"type": "object"}
ARRAY: Schema = {"type": "array"}
# What words check themselves, beyond the forms of their attributes.
CHECKED: Mapping[tuple[type[Word], str], Schema] = {
    (Waiver, "reason"): {
        "pattern": rf"^(?!\s*[.!]*(?:{any_case(EMPTY_REASONS)})[.!]*\s*$)",
        "patternErrorMessage": "a waiver needs a reason that a reviewer can weigh",
    },
    (Waiver, "until"): {
        "pattern": rf"^(?!0000)[0-9]{{4}}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01]){END}",
        "patternErrorMessage": "a day reads YYYY-MM-DD, such as 2027-01-31",
    },
}
# What else than its forms an attribute may hold.
Also = tuple[bool | None, ...]


def attribute_value(attribute: Attribute) -> Schema:
    """What the attribute may hold, with what it means."""
    found = _value(attribute, (None,) if _may_be_open(attribute) else (), listed=attribute.listed)
    return {"description": attribute.meaning, **found, **CHECKED.get((attribute.word, attribute.name), {})}


def reference(name: str) -> Schema:
    """A schema that is defined under that name."""
    return {"$ref": f"#/$defs/{name}"}


def shorthand(word: type[Word]) -> Attribute | None:
    """The attribute that a value alone gives; None where the word cannot be made of that alone."""
    first = first_positional(word)
    needed = {name for name, one in shape(word).items() if one.needed}
    return first if first and needed <= {first.name} else None


def _may_be_open(attribute: Attribute) -> bool:
    """Whether nothing may stand behind its name. What is looked up in another design is looked up, whatever it is."""
    default = declaration(attribute.word).attributes[attribute.name].default
    return default is None and not (attribute.name in attribute.word.elsewhere and attribute.references)


def _value(attribute: Attribute, also: Also, *, listed: bool) -> Schema:
    """What stands there alone or, where it is `listed`, as one of a list."""
    word = attribute.inner
    if word is Design:
        return reference("design_of_a_part")
    if word is not None:
        told = (True,) if not any(one.needed for one in shape(word).values()) else ()
        also = (*(value for value in (False,) if Choice((value,)) in attribute.forms), *told, *also)
    short = attribute if word is None else shorthand(word)
    alone = _scalars(short, also) if short else _constants(also)
    if listed:
        return _together(word, alone, _value(attribute, (), listed=False))
    return _together(word, alone, _value(short, (), listed=False) if word and short and short.listed else None)


def _yes_or_no(attribute: Attribute, word: type[Word]) -> Also:
    """Whether the attribute may be true, which says of its word no more than that it is there, and whether it may be false."""
    bare = not any(one.needed for one in shape(word).values())
    return (*((True,) if bare else ()), *((False,) if Choice((False,)) in attribute.forms else ()))


def _together(word: type[Word] | None, alone: list[Schema], items: Schema | None) -> Schema:
    """Any of these. What is wrong within a word or a list is said of that alone, not of all that could stand there."""
    forms = [*([OBJECT] if word else []), *([ARRAY] if items else []), *alone]
    if word and forms == [OBJECT]:
        return reference(word.__name__)
    found: Schema = {"anyOf": forms} if len(forms) > 1 else forms[0]
    if items:
        found = {**found, "items": items}
    return {**found, "if": OBJECT, "then": reference(word.__name__)} if word else found


def _scalars(attribute: Attribute, also: Also) -> list[Schema]:
    if attribute.references:
        return _ids(attribute, also)
    forms = flattened(attribute.forms)
    sort = next((_sort(attribute, form) for form in forms if isinstance(form, Plain)), None)
    values = [*(value for form in forms if isinstance(form, Choice) for value in form.values), *also]
    if sort is None:
        return _constants(values)
    return [reference(f"optional_{sort}")] if values == [None] else [reference(sort), *_constants(values)]


def _constants(values: Sequence[object]) -> list[Schema]:
    return [{"enum": [*values]}] if values else []


def _ids(attribute: Attribute, also: Also) -> list[Schema]:
    """The id of a part; where that may be false too, `true` makes a component that nothing else speaks of."""
    made = Choice((False,)) in attribute.forms and issubclass(attribute.references[0], Component)
    types = ["string", *(["boolean"] if made else []), *(["null"] if None in also else [])]
    stated = [value for value in also if value is not None and not made]
    return [{"type": types if len(types) > 1 else "string"}, *_constants(stated)]


def _sort(attribute: Attribute, form: Plain) -> str:
    limits = [vars(one) for one in _limits(declaration(attribute.word).attributes[attribute.name].hint)]
    if not limits:
        return form.sort
    if (form.sort, limits) == ("share", [vars(Limits(lt=1))]):
        return "share_below_one"
    raise TypeError(f"no schema is known for {attribute.name} of {attribute.word.__name__}: a {form.sort} within {limits}")


def _limits(hint: object) -> list[Limits]:
    """The limits that an attribute sets beyond those of its sort."""
    usual = [one for known, _ in SORTS for one in typing.get_args(known)]
    stated = [one for form in (hint, *typing.get_args(hint)) for one in typing.get_args(form) if isinstance(one, Limits)]
    return [one for one in stated if not any(one is known for known in usual)]
