"""Refused values: what pydantic says of a word, said as an author can use it."""

import dataclasses
import typing
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from archgen import vocabulary
from archgen.dsl.component import Component
from archgen.dsl.connection import Connection
from archgen.dsl.group import Group
from archgen.dsl.naming import snake
from archgen.dsl.readable import number
from archgen.dsl.texts import UNSHOWN
from archgen.dsl.word import Word
from archgen.errors import Fault, Position, offer
from archgen.other_names import called_here
from archgen.values import dataclass
from archgen.vocabulary import SORTS

if TYPE_CHECKING:
    from pydantic import ValidationError

Path = tuple[int | str, ...]
Locate = Callable[[Path], Position | None]
LONGEST = 60
# How like an attribute a name must be to be taken for it, misspelt, before other words are looked at.
CLOSE = 0.8
FEW_WORDS = 3
# What an attribute must be, by pydantic's name for the problem; filled with the problem's own details.
MUST_BE: Mapping[str, str] = {
    "bool_parsing": "true or false",
    "bool_type": "true or false",
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "int_parsing_size": "a smaller number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "float_parsing": "a number",
    "finite_number": "a finite number",
    "string_type": "a text",
    "mapping_type": "a mapping of names to texts",
    "dict_type": "a mapping of names to texts",
    "greater_than": "over {gt}",
    "greater_than_equal": "at least {ge}",
    "less_than": "under {lt}",
    "less_than_equal": "at most {le}",
    "literal_error": "{expected}",
    "dataclass_type": "{a_class_name}",
    "is_instance_of": "a list",  # Sequence is the one class that pydantic asks for by name
}
UNKNOWN = ("unexpected_keyword_argument",)
MISSING = ("missing", "missing_argument", "missing_keyword_only_argument")
MISUSED = ("unexpected_positional_argument", "multiple_argument_values")


@dataclass(frozen=True)
class _Refused:
    """One problem: of which word, at which path from the outermost one."""

    word: type[Word]
    path: Path
    problem: Any
    within: str


# What is looked for in a group by those who take it for the place of what stands in it.
HELD = ("components", "groups", "members", "children")


def refusals(
    error: "ValidationError", cls: type[Word], locate: Locate, *, hidden: tuple[str, ...] = (), within: str = ""
) -> Iterator[Fault]:
    """Say each thing that is wrong with a word's attributes once.

    `locate` finds the place of an attribute, or of a part of one. `hidden` are attributes that are not offered as alternatives.
    `within` are the attributes that lead to a word within a word, each with a dot behind it.
    """
    together: dict[Path, list[_Refused]] = {}
    for problem in error.errors(include_url=False):
        refused = _Refused(*_read(problem["loc"], cls), problem, within)
        together.setdefault(refused.path, []).append(refused)
    for path, refused_all in together.items():
        if any(other[: len(path)] == path and len(other) > len(path) for other in together):
            continue  # what is wrong stands further inside: only there it was taken for what it was meant to be
        for message in dict.fromkeys(_messages(refused_all, hidden)):
            yield Fault(message, locate(path))


def word_named(name: str) -> type[Word]:
    """The class of that name among all words, built-in or an author's own; Word itself where there is none."""
    waiting: list[type[Word]] = [Word]
    while waiting:
        cls = waiting.pop()
        if cls.__name__ == name:
            return cls
        waiting.extend(cls.__subclasses__())
    return Word


def _read(where: Sequence[int | str], cls: type[Word]) -> tuple[type[Word], Path]:
    """The word that a place of pydantic's is in, and the path to it without the members of unions."""
    path: list[int | str] = []
    for index, step in enumerate(where):
        if index == 0 and isinstance(step, int):
            positional = [field.name for field in _fields(cls) if not field.kw_only]
            path.append(positional[step] if step < len(positional) else step)
        elif index == 0 or isinstance(step, int) or not _is_branch(step):
            cls = _inner(cls, path[-1]) if path else cls
            path.append(step)
    return cls, tuple(path)


def _inner(cls: type[Word], attribute: int | str) -> type[Word]:
    """The word that an attribute holds, such as the Retry of a call; the class itself where it holds none."""
    field = getattr(cls, "__pydantic_fields__", {}).get(attribute)
    types = typing.get_args(field.annotation) if field else ()
    return next((found for found in types if isinstance(found, type) and issubclass(found, Word)), cls)


def _is_branch(step: str) -> bool:
    """Whether pydantic names a member of a union or a validator here, not something that the author wrote."""
    return not step.isidentifier() or step[:1].isupper() or step in ("bool", "int", "float", "str")


def _messages(refused_all: Sequence[_Refused], hidden: tuple[str, ...]) -> Iterator[str]:
    """What one attribute may be instead is said in one sentence, whatever the number of its types."""
    alternatives = dict.fromkeys(_expected(one.problem) for one in refused_all if one.problem["type"] in MUST_BE)
    others = [_message(one, hidden) for one in refused_all if one.problem["type"] not in MUST_BE]
    if others:
        how = "".join(f", or {one}" for one in alternatives)  # of use where it is said how to write it
        yield from (f"{other}{how}" if " reads " in other else other for other in others)
    else:
        yield f"{_given(refused_all[0])}: it must be {' or '.join(alternatives)}"


def _expected(problem: Any) -> str:
    details = problem.get("ctx", {}).items()
    said = {name: number(value) if isinstance(value, (int, float)) else value for name, value in details}
    name = str(said.get("class_name", ""))
    return MUST_BE[problem["type"]].format(**said, a_class_name=f"{'an' if name[:1] in 'AEIOU' else 'a'} {name}")


def _message(refused: _Refused, hidden: tuple[str, ...]) -> str:
    name, sort = refused.word.__name__, refused.problem["type"]
    known = [field.name for field in _fields(refused.word) if field.name not in hidden]
    attribute = str(refused.path[-1]) if refused.path else ""
    if sort in UNKNOWN:
        return f'{name} has no attribute "{_cut(attribute)}"{_instead(attribute, known, refused.word)}'
    if sort in MISSING:
        return f"{name} needs {attribute}"
    if sort in MISUSED:
        return f"{name} takes its attributes by keyword, such as {_keyword(refused.word, known)}=..."
    if sort == "value_error":
        return f"{_given(refused)}: {refused.problem['ctx']['error']}"
    message = refused.problem["msg"]
    return f"{_given(refused)}: {message[:1].lower()}{message[1:]}"


def _instead(attribute: str, known: Sequence[str], word: type[Word]) -> str:
    """What to write instead: the name that was meant, one that begins like it, another word's attribute, or what lists all."""
    from difflib import get_close_matches

    if word is Group and attribute in HELD:
        return "; what stands in a group says so itself: in a file by `in`, in Python by `group`"
    offered = offer(attribute, known, f"`archgen explain {snake(word.__name__)}` lists what it can state")
    if called_here(attribute, known) or get_close_matches(attribute, known, cutoff=CLOSE):
        return offered
    longer = [f'"{name}"' for name in known if name.startswith(f"{attribute}_")]
    if longer:
        return f"; it states {' or '.join(longer[:FEW_WORDS])}"
    return _words_with(attribute, word) or offered


def _names(word: type[Word]) -> set[str]:
    return {field.name for field in _fields(word)}


def _words_with(attribute: str, word: type[Word]) -> str:
    """Which other words have an attribute of that name, those of its sort before all others, as a hint; empty where none has."""
    sorts = sorted(SORTS.values(), key=lambda sort: word.__name__ not in sort)
    with_it = ([name for name in sort if attribute in _names(getattr(vocabulary, name))] for sort in sorts)
    found = next(filter(None, with_it), [])
    return f"; it is stated of {', '.join(map(snake, found[:FEW_WORDS]))}" if found else ""


def _given(refused: _Refused) -> str:
    if not refused.path:
        return refused.word.__name__
    return f"{refused.within}{'.'.join(map(str, refused.path))} = {_shown(refused.problem['input'])}"


def _keyword(word: type[Word], known: Sequence[str]) -> str:
    """An attribute that only goes by keyword: rather one of the word itself than one that all components or connections have."""
    general = {field.name for field in (*_fields(Component), *_fields(Connection))}
    by_keyword = [field.name for field in _fields(word) if field.kw_only and field.name in known]
    return next((name for name in by_keyword if name not in general), by_keyword[-1] if by_keyword else "name")


def _fields(cls: type[Word]) -> tuple[dataclasses.Field[object], ...]:
    return dataclasses.fields(cls) if dataclasses.is_dataclass(cls) else ()


def _shown(value: object) -> str:
    if isinstance(value, str):
        return f'"{_cut(value)}"'
    return _cut(value.name if isinstance(value, (Component, Group)) else repr(value))


def _cut(text: str) -> str:
    """At the most a line of it, and nothing that a terminal cannot show."""
    short = text if len(text) <= LONGEST else text[: LONGEST - 3] + "..."
    return UNSHOWN.sub(lambda strange: f"\\u{ord(strange[0]):04x}", short).replace("\n", "\\n")
