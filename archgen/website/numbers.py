"""The page of numbers to know, each with the rules that take it."""

from collections.abc import Iterator, Mapping, Sequence

from archgen.model.known_number import KnownNumber, NumberGroup
from archgen.model.page import Content, Page, Place
from archgen.website.addresses import entry_path, index_path
from archgen.website.filling import Fill

LEAD = (
    "Latencies, capacities, limits and the arithmetic of retries and availability: what is usual, what archgen takes where a "
    "design states nothing, where it is from, and which of several sources is right."
)


def numbers_page(content: Content, fill: Fill) -> Iterator[Page]:
    """The page of all of them; none where there are none."""
    path, title = index_path("numbers"), "Numbers to know"
    if content.numbers:
        body = fill("numbers", path, title=title, lead=LEAD, groups=content.numbers, rules=_rules(content))
        yield Page(path, title, body, "numbers", LEAD, places=list(_places(content.numbers)))


def number_anchor(number: KnownNumber) -> str:
    """Where a number stands on the page."""
    return f"number--{number.id}"


def option_paths(content: Content) -> Mapping[str, str]:
    """Where the number that an option of a rule holds is told, by the rule's code and the option, such as `LT002.slow`."""
    numbers = [number for group in content.numbers for number in group.numbers]
    return {place: f"{index_path('numbers')}#{number_anchor(one)}" for one in reversed(numbers) for place in one.held_by}


def _rules(content: Content) -> Mapping[str, tuple[str, str]]:
    """The name and the page of each rule, by its code."""
    return {leaf.entry.code: (leaf.entry.name, entry_path("rules", leaf.entry)) for leaf in content.rules}


def _places(groups: Sequence[NumberGroup]) -> Iterator[Place]:
    for group in groups:
        for number in group.numbers:
            yield Place(number_anchor(number), number.name, f"{number.value}. {number.means}", words=number.words)
