"""What two designs of a rule state differently: that is what the rule is about."""

from collections.abc import Iterator, Sequence

from archgen.dsl.design import Design
from archgen.dsl.readable import named, readable
from archgen.dsl.word import Word, attributes
from archgen.model.link import link

# Drawn, or part of what a thing is called.
SEEN = ("name", "id", "group", "source", "target", "label", "note")
SHOWN = 6


def differences(flagged: Design, accepted: Design) -> tuple[Sequence[str], Sequence[str]]:
    """What only the one states, and what only the other; the first few of each."""
    one, other = list(_statements(flagged)), list(_statements(accepted))
    return [line for line in one if line not in other][:SHOWN], [line for line in other if line not in one][:SHOWN]


def _statements(design: Design) -> Iterator[str]:
    architecture = link(design)
    parts: tuple[Word, ...] = (*architecture.all_components, *architecture.all_connections, design.requirements, *design.waivers)
    for part in parts:
        for name, value in attributes(part).items():
            if name not in SEEN:
                yield f"{named(part)}: {name} = {readable(value)}"
