"""The schemas of values without parts: texts, numbers and quantities, as their readers in `archgen.dsl` take them."""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache

from archgen.dsl.quantities import (
    LIMIT,
    LONGEST,
    PERIODS,
    PREFIXES,
    SECONDS,
    parse_count,
    parse_duration,
    parse_rate,
    parse_share,
    parse_size,
)
from archgen.dsl.ranged import MARK, SEPARATOR
from archgen.dsl.texts import MAX_ID, MAX_NAME, identifier, name

Schema = dict[str, object]

# Patterns are read by Python and by JavaScript alike, whose \w, \d and $ differ.
END = r"(?![\s\S])"
UNSHOWN = r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff"
DIGITS = "(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9][0-9_]*)"
NUMBER = rf"(?:{DIGITS}(?:\.[0-9]+)?|\.[0-9]+)"
OVER_ZERO = r"(?=[^1-9]*[1-9])"
SPACE = r"[^\S\x1c-\x1f]*"
DECIMAL = r"\+?(?:[0-9_]+\.?[0-9_]*|\.[0-9_]+)(?:[eE]_?[-+]?[0-9_]+)?"
BELOW_100 = r"(?:[0_,]*[0-9]?[_,]*[0-9]?[_,]*(?:\.[0-9]+)?|\.[0-9]+)"
WITHIN_ONE = rf"(?=[0-9.])(?:(?:1[_,]*0[_,]*0[_,]*(?:\.0+)?|{BELOW_100})\s*%|0*\.[0-9]+|[01](?:\.0*)?)"
BELOW_ONE = rf"(?=[0-9.])(?:{BELOW_100}\s*%|0*\.[0-9]+|0(?:\.0*)?)"
YES_OR_NO = ("true", "false", "yes", "no", "on", "off", "y", "n", "t", "f", "1", "0")


@cache
def plain_values() -> Mapping[str, Schema]:
    """Every sort of plain value by its name, and beside each the same where it may be left open, as `optional_...`."""
    found = {**_texts(), **_numbers(), **_quantities()}
    optional = {f"optional_{sort}": {**schema, "type": [*_types(schema), "null"]} for sort, schema in found.items()}
    return {**found, **optional}


def any_case(words: Iterable[str]) -> str:
    """A pattern for the words, in small letters or capitals."""
    return "|".join("".join(map(_either, word)) for word in words)


def _either(letter: str) -> str:
    """A letter in both its forms; what means something in a pattern is marked as itself, and nothing else may be."""
    return f"[{letter.lower()}{letter.upper()}]" if letter.isalpha() else re.sub(r"[.*+?^${}()|\[\]\\]", r"\\\g<0>", letter)


def _texts() -> Mapping[str, Schema]:
    return {
        "text": {"type": "string", "pattern": f"^[^{UNSHOWN}]*{END}", "patternErrorMessage": "a character cannot be shown"},
        "name": {
            "type": "string",
            "pattern": rf"^(?![\s\S]*[{UNSHOWN}])\s*\S(?:\s+(?=\S)|\S){{0,{MAX_NAME - 1}}}\s*$",
            "patternErrorMessage": f"{_said(name)}, and has at most {MAX_NAME} characters",
        },
        "id": {
            "type": "string",
            "pattern": rf"^(?:[A-Za-z0-9_.-]|(?!\s)[^\x00-\x9f]){{1,{MAX_ID}}}{END}",
            "patternErrorMessage": _said(identifier),
        },
        "texts": {"type": "object", "propertyNames": {"$ref": "#/$defs/name"}, "additionalProperties": {"$ref": "#/$defs/text"}},
    }


def _numbers() -> Mapping[str, Schema]:
    below_one = {"minimum": 0, "exclusiveMaximum": 1, "examples": [0.999, "99.9%"]}
    return {
        "flag": {
            "type": ["boolean", "integer", "string"],
            "minimum": 0,
            "maximum": 1,
            "pattern": f"^(?:{any_case(YES_OR_NO)}){END}",
        },
        "factor": {
            "type": ["number", "string"],
            "exclusiveMinimum": 0,
            "exclusiveMaximum": LIMIT,
            "examples": [1.5, "~10", "2..5"],
        }
        | {
            "pattern": rf"^(?:(?=[^1-9eE]*[1-9]){SPACE}{DECIMAL}{SPACE}{END}|{_not_exactly(rf'{OVER_ZERO}{NUMBER}')}$)",
            "patternErrorMessage": "it must be a number over 0",
        },
        "count": _counted(OVER_ZERO, {"minimum": 1, "examples": [3, "200k", "~1M", "2k..5k"]}),
        "whole": _counted("", {"minimum": 0, "examples": [0, "200k"]}),
        "share": _said_as(
            ["number", "string"],
            rf"(?=[0-9.])(?:1[_,]*0[_,]*0[_,]*(?:\.0+)?|{BELOW_100})\s*%",
            parse_share,
            {"minimum": 0, "maximum": 1, "examples": [0.95, "95%", "80%..95%"]},
            WITHIN_ONE,
        ),
        "share_below_one": _said_as(["number", "string"], rf"(?=[0-9.]){BELOW_100}\s*%", parse_share, below_one, BELOW_ONE),
    }


def _quantities() -> Mapping[str, Schema]:
    prefixes = "".join(filter(None, PREFIXES))
    return {
        "duration": _said_as(
            ["number", "string"],
            rf"{NUMBER}\s*(?:{_one_of(SECONDS)})?",
            parse_duration,
            {"minimum": 0, "maximum": int(LONGEST.total_seconds()), "examples": ["500ms", "15 min", "2h", "2ms..5ms"]},
        ),
        "rate": _said_as(
            ["number", "string"],
            rf"{NUMBER}\s*[kKMG]?\s*(?:/\s*(?:{_one_of(PERIODS)}))?",
            parse_rate,
            {"minimum": 0, "exclusiveMaximum": LIMIT, "examples": ["4k/s", "30/min", "~6/h"]},
        ),
        "size": _said_as(
            ["integer", "string"],
            rf"{NUMBER}\s*(?:[{prefixes}]i?)?B?",
            parse_size,
            {"minimum": 0, "exclusiveMaximum": LIMIT, "examples": ["2GB", "512 KiB"]},
        ),
    }


def _counted(condition: str, limits: Schema) -> Schema:
    """A whole number, or a text of one: what stands after the point is made whole by the letter behind it."""
    forms = [rf"(?:{DIGITS})?\.[0-9]{{1,{digits}}}0*\s*[{letters}]" for digits, letters in ((3, "kK"), (6, "M"), (9, "G"))]
    whole = rf"(?:{DIGITS}(?:\.0+)?|\.0+)\s*[kKMG]?"
    return _said_as(
        ["integer", "string"], f"{condition}(?:{'|'.join([whole, *forms])})", parse_count, {"exclusiveMaximum": LIMIT, **limits}
    )


def _said_as(
    types: list[str], pattern: str, parse: Callable[[object], object], limits: Schema, within: str | None = None
) -> Schema:
    """`within` is the pattern of a number in a text of several, where more may stand there than alone."""
    forms = rf"(?:{pattern}|{_not_exactly(within or pattern)})"
    return {"type": types, "pattern": rf"^\s*{forms}\s*$", "patternErrorMessage": _said(parse), **limits}


def _not_exactly(pattern: str) -> str:
    """A range of such numbers, or what is about one of them."""
    one = rf"(?:{pattern})\s*"
    apart = re.escape(SEPARATOR)
    return rf"(?:{one}(?:{apart}\s*{one}){{1,2}}|{MARK}\s*{one}(?:\s+by\s+{NUMBER})?)"


def _one_of(words: Iterable[str]) -> str:
    return "|".join(sorted(words))


def _said(parse: Callable[[str], object]) -> str:
    """What the reader of such a text says where it cannot read one."""
    try:
        parse("")
    except ValueError as problem:
        return str(problem)
    raise TypeError(f"{parse} takes an empty text")


def _types(schema: Schema) -> list[object]:
    types = schema["type"]
    return types if isinstance(types, list) else [types]
