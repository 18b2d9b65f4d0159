"""Of systems that exist, what is publicly known follows from what else is publicly known."""

import pytest

from archgen.dsl.design import Design
from archgen.estimating.run import estimate
from archgen.model.estimate import Estimate, Quantity
from archgen.model.link import link
from tests.estimating.real import (
    discord,
    dropbox,
    github,
    lets_encrypt,
    netflix,
    slack,
    stack_overflow,
    twitter,
    uber,
    whatsapp,
)
from tests.estimating.real.public import Public

DESIGNS: dict[str, tuple[Design, list[Public]]] = {
    module.design.name: (module.design, module.figures)
    for module in (discord, dropbox, github, lets_encrypt, netflix, slack, stack_overflow, twitter, uber, whatsapp)
}
ESTIMATES: dict[str, Estimate] = {name: estimate(link(design)) for name, (design, _) in DESIGNS.items()}


@pytest.mark.parametrize(
    ("name", "public"),
    [(name, one) for name, (_, figures) in DESIGNS.items() for one in figures],
    ids=lambda value: getattr(value, "says", value),
)
def test_what_is_published_follows(name: str, public: Public) -> None:
    found = ESTIMATES[name].of(public.subject, public.measure)
    assert found, public.says
    low, high = reach(found, public)
    assert low <= public.value <= high, f"{public.says}: {found}"


def test_no_margin_is_so_wide_that_everything_would_be_within_it() -> None:
    wide = [
        (name, one.says, str(found))
        for name, (_, figures) in DESIGNS.items()
        for one in figures
        if (found := ESTIMATES[name].of(one.subject, one.measure)) and found.margin and found.margin.high > 30 * found.margin.low
    ]
    assert wide == []


def reach(found: Quantity, public: Public) -> tuple[float, float]:
    """Its margin where what it rests on is not known exactly; else what is as near as that."""
    if found.margin:
        return found.margin.low, found.margin.high
    return found.value / public.within, found.value * public.within
