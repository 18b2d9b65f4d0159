"""Numbers to know, those among them that only rules take."""

from collections.abc import Iterator, Sequence
from functools import cache

from archgen.dsl.readable import readable
from archgen.loading import library
from archgen.loading.known_numbers import known_numbers
from archgen.model.known_number import KnownNumber, NumberGroup
from archgen.model.rule_options import rule_options

OPTIONS = "What single rules begin with"
SAYS = (
    "Where a rule has to draw a line and no source draws it, archgen draws one and says so. A configuration may draw another, "
    "under the name that stands here."
)


@cache
def numbers() -> Sequence[NumberGroup]:
    """Every group: those that are told, and last what is configured of rules and told nowhere else."""
    told = known_numbers()
    held = {place for group in told for number in group.numbers for place in number.held_by}
    return [*told, NumberGroup("options", OPTIONS, SAYS, tuple(_options(held)))]


def _options(held: set[str]) -> Iterator[KnownNumber]:
    for entry in library.rules():
        for option in rule_options(entry.value):
            place = f"{entry.code}.{option.name}"
            if place not in held:
                yield KnownNumber(
                    place,
                    f"{entry.name}: {option.name}",
                    readable(option.default),
                    option.meaning,
                    "a default of archgen",
                    held_by=(place,),
                )
