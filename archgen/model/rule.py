"""Rules: what they find, because of what, and how bad it is."""

from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from typing import Any, cast

from archgen.dsl.design import Design
from archgen.dsl.readable import named, readable
from archgen.dsl.shape import Plain, shape
from archgen.dsl.word import Word, attributes
from archgen.model.architecture import Architecture
from archgen.model.estimate import ONCE, Estimate, Quantity
from archgen.values import dataclass


class Severity(StrEnum):
    """How bad a finding is: it will fail, it may fail or cost, or it is worth a thought."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for the worst."""
        return 0 if self is Severity.ERROR else 1 if self is Severity.WARNING else 2

    @property
    def meaning(self) -> str:
        """What a finding of it says."""
        return ("it will fail", "it may fail, or cost more than it should", "worth a thought")[self.rank]


@dataclass(frozen=True)
class Fact:
    """Something that a finding rests on. `part` and `attribute` say where it is stated; None for what was derived.

    `measure` is the name of a number that was derived.
    """

    text: str
    part: Word | None = None
    attribute: str | None = None
    measure: str | None = None


def stated(part: Word, attribute: str) -> Fact:
    """What the part says of the attribute, be it that it does not say."""
    return Fact(f"{named(part)}: {_said(part, attribute)}", part, attribute)


def _said(part: Word, attribute: str) -> str:
    """A policy by what it says, and the lack of anything but a yes as `none`."""
    value = getattr(part, attribute)
    if value is None:
        return f"{attribute} is not stated"
    known = shape(type(part)).get(attribute)
    if value is False and known and Plain("flag") not in known.forms:
        return f"{attribute} = none"
    if isinstance(value, Word) and known and known.inner:
        settings = ", ".join(f"{name} {readable(setting)}" for name, setting in attributes(value).items())
        return f"{attribute} ({settings})" if settings else f"{attribute} = yes"
    return f"{attribute} = {readable(value)}"


def derived(subject: Word, quantity: Quantity) -> Fact:
    """What was calculated for the subject, how, and what had to be assumed for that."""
    assumptions = "; ".join(_folded(quantity.assumptions))
    assumed = f"; assumed: {assumptions}" if assumptions else ""
    value = str(quantity).removesuffix(f" {quantity.name.partition(' ')[0]}")
    text = f"{named(subject)}: {quantity.name} = {value} ({quantity.derivation.formula}{assumed})"
    return Fact(text, subject, measure=quantity.name)


def _folded(assumptions: Sequence[str]) -> Sequence[str]:
    """Those that are alike as one: what follows each request, once."""
    once = [one.removesuffix(ONCE) for one in assumptions if one.endswith(ONCE)]
    if len(once) < 2:
        return assumptions
    first = next(index for index, one in enumerate(assumptions) if one.endswith(ONCE))
    folded = f"{', '.join(once[:-1])} and {once[-1]}, each{ONCE}"
    return [*assumptions[:first], folded, *(one for one in assumptions[first:] if not one.endswith(ONCE))]


@dataclass(frozen=True)
class Edit:
    """A change that clears a problem without guessing: the attribute of the part is stated to be `value`."""

    part: Word
    attribute: str
    value: object


@dataclass(frozen=True)
class Problem:
    """Something that a rule has found.

    `subject` is the part at fault, `also` are further parts that it concerns. `message` says what is wrong with the subject,
    `because` on which facts that rests, `fix` the smallest change that would clear it. `severity` may be milder than the rule's.
    `asks` says that the rule needs to know something that is not stated: then it is an open question, and at most an info.
    `edits` make the fix where it needs no guess; `unsafe` says that they may change what the design means.
    """

    subject: Word
    message: str
    because: Sequence[Fact]
    fix: str
    also: Sequence[Word] = ()
    severity: Severity | None = None
    asks: bool = False
    edits: Sequence[Edit] = ()
    unsafe: bool = False


Check = Callable[[Architecture, Estimate], Iterable[Problem]]
CheckWithOptions = Callable[[Architecture, Estimate, Any], Iterable[Problem]]


@dataclass(frozen=True)
class Rule:
    """A rule: its code, how bad its findings are at the most, and how they are found.

    `flagged` are designs that it must flag, `accepted` those that it must not, near misses among them. A flagged design has the
    one fault that it shows: no other rule finds an error or a warning in it, but for those whose codes stand in `beside`, which
    rightly speak of it too. Infos and questions of others do not count. `see` names patterns and other rules worth reading.
    `formerly` are codes and names that it once had, which still lead to it. `options` is a frozen dataclass of what may be
    configured, every attribute with a default and a text below it; `check` takes one as its third argument. The docstring of the
    rule's file is its page.
    """

    code: str
    severity: Severity
    check: Check | CheckWithOptions
    flagged: Sequence[Callable[[], Design]]
    accepted: Sequence[Callable[[], Design]]
    see: Sequence[str] = ()
    formerly: Sequence[str] = ()
    options: type[Any] | None = None
    beside: Sequence[str] = ()

    def problems(self, architecture: Architecture, estimate: Estimate, options: object = None) -> Iterable[Problem]:
        """Run the check, with its defaults where it has options and none are given."""
        if self.options is None:
            return cast("Check", self.check)(architecture, estimate)
        return cast("CheckWithOptions", self.check)(architecture, estimate, self.options() if options is None else options)
