"""What `--set` gives: attributes of parts by name, and the values that they are to have instead of what the design states."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from fractions import Fraction

from archgen.dsl.later import refused
from archgen.dsl.quantities import Rate, Size
from archgen.dsl.ranged import Ranged
from archgen.dsl.shape import Attribute, Choice, Plain, first_positional, shape
from archgen.dsl.word import Word
from archgen.errors import SpecError, UnknownNameError, UsageError
from archgen.model.architecture import Architecture
from archgen.model.changing import Changes
from archgen.model.core_schema import core_scalar
from archgen.model.positioned import Scalar
from archgen.model.refusal import refusals
from archgen.model.rewriting import replaced

REQUIREMENTS = "requirements"
FORM = "PART.ATTRIBUTE=VALUE, such as app.devices=10x or cache.hit_rate=0.8"
FACTOR = re.compile(r"([0-9]+(?:\.[0-9]+)?|\.[0-9]+)[x×]")
# What says nothing that could be counted.
TEXTS = ("text", "name", "id", "texts")


@dataclass(frozen=True)
class Setting:
    """An attribute of a part, or of a policy within it, and the values that it is to have, one after the other."""

    name: str
    owner: Word
    path: Sequence[str]
    values: Sequence[str]


@dataclass(frozen=True)
class Assigned:
    """An attribute, what it holds, and what it is to hold instead."""

    name: str
    before: object
    after: object

    @property
    def same(self) -> bool:
        """Whether that changes nothing."""
        return self.before == self.after


@dataclass(frozen=True)
class Case:
    """What is supposed together: `label` is how its value was written, `changes` what the design is to say instead."""

    label: str
    assigned: Sequence[Assigned]
    changes: Changes


def settings(architecture: Architecture, texts: Sequence[str]) -> Sequence[Setting]:
    """What each text says. Raises UsageError or UnknownNameError."""
    found = [_setting(architecture, text) for text in texts]
    twice = next((one.name for index, one in enumerate(found) if one.name in {other.name for other in found[:index]}), None)
    if twice:
        raise UsageError(f"--set gives {twice} twice; several values stand behind one another: --set {twice}=1x,2x")
    if sum(len(one.values) > 1 for one in found) > 1:
        raise UsageError("only one --set can go through several values; give each of the others one value")
    return found


def cases(given: Sequence[Setting]) -> Iterator[Case]:
    """What is supposed: one case for each value of the setting that has several. Raises UsageError."""
    varied = next((one for one in given if len(one.values) > 1), given[0])
    for label in varied.values:
        yield _case(label, [(one, label if one is varied else one.values[0]) for one in given])


def stating(word: Word, texts: Sequence[str]) -> Word:
    """The word with attributes as `NAME=VALUE` says, one a text. Raises UsageError."""
    for text in texts:
        name, sign, value = text.partition("=")
        if not sign or not name.strip():
            raise UsageError(f"--set {text}: it takes NAME=VALUE, such as latency_budget=200ms")
        try:
            word = _with(word, name.strip().split("."), value.strip())
        except (SpecError, UsageError) as problem:
            said = problem.faults[0].message if isinstance(problem, SpecError) else problem
            raise UsageError(f"--set {text}: {said}") from problem
    return word


def _setting(architecture: Architecture, text: str) -> Setting:
    name, sign, values = text.partition("=")
    name = name.strip()
    listed = [value.strip() for value in values.split(",")]
    if not sign or "." not in name or not all(listed):
        raise UsageError(f"--set {text}: it takes {FORM}")
    known: dict[str, Word] = {id: part for part, id in architecture.ids.items()}
    known |= {REQUIREMENTS: architecture.design.requirements}
    known |= {architecture.id(part): part for part in (*architecture.all_connections, *architecture.all_components)}
    dots = [index for index, letter in enumerate(name) if letter == "."]
    dot = next((index for index in reversed(dots) if name[:index] in known), None)
    if dot is None:
        raise UnknownNameError("part", name[: dots[-1]], known)
    return Setting(name, known[name[:dot]], name[dot + 1 :].split("."), listed)


def _case(label: str, chosen: Sequence[tuple[Setting, str]]) -> Case:
    trial: dict[Word, Word] = {}
    assigned = []
    for one, text in chosen:
        try:
            before = _held(trial.get(one.owner, one.owner), one.path)
            trial[one.owner] = _with(trial.get(one.owner, one.owner), one.path, text)
        except (SpecError, UsageError) as problem:
            said = problem.faults[0].message if isinstance(problem, SpecError) else problem
            raise UsageError(f"--set {one.name}={text}: {said}") from problem
        assigned.append(Assigned(one.name, before, _held(trial[one.owner], one.path)))
    stated: dict[Word, dict[str, object]] = {}
    for one, _ in chosen:
        stated.setdefault(one.owner, {})[one.path[0]] = getattr(trial[one.owner], one.path[0])
    return Case(label, assigned, stated)


def _held(word: Word, path: Sequence[str]) -> object:
    """What is stated now; None where nothing is."""
    value: object = word
    for name in path:
        value = getattr(value, name, None)
    return value


def _with(word: Word, path: Sequence[str], text: str) -> Word:
    """The word with that value, at that place within it."""
    name, rest = path[0], path[1:]
    attribute = shape(type(word)).get(name)
    if attribute is None:
        return replaced(word, {name: None})  # says what it has instead
    held = getattr(word, name)
    if not rest:
        return replaced(word, {name: _value(attribute, held, text)})
    if attribute.inner is None or attribute.listed:
        raise UsageError(f"{name} of {type(word).__name__} holds no {rest[0]}")
    inner = _with(held, rest, text) if isinstance(held, Word) else _made(attribute.inner, {rest[0]: _scalar(text)})
    return replaced(word, {name: inner})


def _value(attribute: Attribute, held: object, text: str) -> object:
    """What a text stands for there: a factor of what is stated, or a value as YAML has it."""
    plain = next((form.sort for form in attribute.forms if isinstance(form, Plain) and form.sort not in TEXTS), None)
    choices = [form for form in attribute.forms if isinstance(form, Choice)]
    first = first_positional(attribute.inner) if attribute.inner and not attribute.listed else None
    if not (plain or choices or first):
        raise UsageError(f"{attribute.name} of {attribute.word.__name__} is neither a number nor a choice")
    factor = FACTOR.fullmatch(text)
    if factor and plain:
        return multiplied(attribute, held, Fraction(factor[1]))
    value = _scalar(text)
    if attribute.inner and first and value is not None and not isinstance(value, bool):
        return _made(attribute.inner, {first.name: value})
    return _made(attribute.inner, {}) if attribute.inner and value is True else value


def multiplied(attribute: Attribute, held: object, factor: Fraction) -> object:
    """A stated number times a factor; of what is counted, whole ones, and at least one. Raises UsageError."""
    match held:
        case Ranged():
            return held.each(lambda one: multiplied(attribute, one, factor))
        case bool():
            raise UsageError(f"{attribute.name} is no number that could be multiplied")
        case timedelta():
            return held * float(factor)
        case Rate():
            return Rate(float(held) * float(factor))
        case Size():
            return Size(round(int(held) * factor))
        case int() if Plain("factor") not in attribute.forms and Plain("share") not in attribute.forms:
            return max(min(held, 1), round(held * factor)) if factor else 0
        case int() | float():
            return held * float(factor)
    raise UsageError(f"{attribute.name} is not stated, so that there is nothing to multiply; give it a value of its own")


def _made(cls: type[Word], values: Mapping[str, object]) -> Word:
    try:
        return cls(**values)
    except refused() as problem:
        raise SpecError(refusals(problem, cls, lambda _: None)) from problem


def _scalar(text: str) -> Scalar:
    try:
        return core_scalar(text)
    except ValueError as problem:
        raise UsageError(str(problem)) from problem
