"""The steps of a walkthrough in the order in which they are told, each with its number; other cases behind their step."""

from collections.abc import Iterable, Iterator
from dataclasses import field
from string import ascii_lowercase

from archgen.dsl.walkthrough import Alternative, Step
from archgen.values import dataclass


@dataclass(frozen=True)
class Passed:
    """A step and its number: 3, or 3a.1 for the first step of the first other case of step 3."""

    number: str
    step: Step


@dataclass(frozen=True)
class Told:
    """Another case and its number: 3a for the first of step 3. `ends` says that nothing follows on it."""

    number: str
    text: str
    failure: bool
    ends: bool = field(default=False, compare=False)


def told(steps: Iterable[Step], before: str = "") -> Iterator[Passed | Told]:
    """The steps one after another, behind each its other cases with theirs."""
    for place, step in enumerate(steps, 1):
        number = f"{before}{place}"
        yield Passed(number, step)
        for index, case in enumerate(step.otherwise):
            other = f"{number}{letters(index)}"
            yield Told(other, in_words(case), bool(case.failure), bool(case.ends))
            yield from told(case.steps, f"{other}.")


def in_words(case: Alternative) -> str:
    """The case, and what it means for the rest."""
    remarks = ["failure"] if case.failure else []
    if case.ends is not None:
        remarks.append("it ends here" if case.ends else "then it goes on")
    return f"{case.when[:1].upper()}{case.when[1:]}" + (f" ({', '.join(remarks)})" if remarks else "")


def letters(index: int) -> str:
    """The letters from a to z, then aa, ab and so on."""
    letter = ascii_lowercase[index % 26]
    return letter if index < 26 else letters(index // 26 - 1) + letter
