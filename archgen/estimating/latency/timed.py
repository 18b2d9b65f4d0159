"""Times that walkthroughs are made of, each with its derivation at the percentiles that people ask for."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from archgen.estimating.latency.fits import lasting
from archgen.estimating.latency.spread import Spread, always, mixed, no_less, slowest, total
from archgen.model.estimate import Derivation, Quantity

USUAL, SLOW, SLOWEST = 0.5, 0.95, 0.99
ASKED = (USUAL, SLOW, SLOWEST)
PERCENTILES = {USUAL: "the median", SLOW: "the 95th percentile", SLOWEST: "the 99th percentile"}
Formula = Callable[[float], str]


@dataclass(frozen=True, eq=False)
class Timed:
    """Something that takes time: its spread, at each percentile the number with its derivation, and whether that is a sum."""

    name: str
    spread: Spread
    at: Mapping[float, Quantity]
    is_sum: bool = False


def single(name: str, spread: Spread, formula: Formula, assumptions: Sequence[str] = (), partial: Sequence[float] = ()) -> Timed:
    """A time that is made of no others. `partial` are the percentiles at which more may add to it that is not known."""
    at = {
        share: Quantity(name, spread.at(share), "seconds", Derivation(formula(share), (), tuple(assumptions)), share in partial)
        for share in ASKED
    }
    return Timed(name, spread, at)


def made_of(
    name: str,
    spread: Spread,
    parts: Sequence[Timed],
    formula: Formula,
    assumptions: Sequence[str] = (),
    lacking: bool = False,
) -> Timed:
    """A time that is made of others; `lacking` says that something is not known besides."""
    at = {}
    for share in ASKED:
        inputs = tuple(part.at[share] for part in parts)
        partial = lacking or any(one.partial for one in inputs)
        derivation = Derivation(formula(share), inputs, tuple(assumptions))
        at[share] = Quantity(name, spread.at(share), "seconds", derivation, partial)
    return Timed(name, spread, at)


def in_turn(name: str, parts: Sequence[Timed], assumptions: Sequence[str] = (), *, lacking: bool = False) -> Timed:
    """One after another. Percentiles of what varies do not add up: that all are slow at once is rarer than that one is."""
    spread = total([part.spread for part in parts])
    varied = sum(not part.spread.steady for part in parts) > 1
    whole = made_of(name, spread, parts, lambda share: _sum(parts, share, varied), assumptions, lacking)
    return replace(whole, is_sum=True)


def no_more_than_known(part: Timed) -> Timed:
    """The same time, to which something may add that is not known."""
    at = {share: replace(quantity, partial=True) for share, quantity in part.at.items()}
    return replace(part, at=at)


def at_once(name: str, parts: Sequence[Timed]) -> Timed:
    """All begun together, until the slowest is done."""
    spread = parts[0].spread
    for part in parts[1:]:
        spread = slowest(spread, part.spread)
    return made_of(name, spread, parts, lambda share: f"the slowest of {_listed(parts, share, ', ')}")


def holding(own: Timed, within: Timed, name: str) -> Timed:
    """What is stated of the whole, and what is done within it: the two are not added, the longer counts.

    Where that is the whole, nothing that is not known of what it holds can add to it.
    """
    at = {}
    spread = no_less(own.spread, within.spread)
    for share in ASKED:
        stated, inner = own.at[share], within.at[share]
        holds = stated.value >= inner.value
        formula = (
            f"{lasting(stated.value)}, which hold {lasting(inner.value)} for what it waits for"
            if holds
            else f"{lasting(inner.value)} for what it waits for, which its own {lasting(stated.value)} cannot hold"
        )
        partial = stated.partial if holds else True
        at[share] = Quantity(name, spread.at(share), "seconds", Derivation(formula, (stated, inner)), partial)
    return Timed(name, spread, at)


def missing(name: str, hits: float, fetch: Timed, what: str) -> Timed:
    """What is done only where a cache has nothing; nothing in the other cases."""
    spread = mixed(hits, always(0), fetch.spread)
    shown = f"{(1 - hits) * 100:.9g} %"

    def formula(share: float) -> str:
        part = "a miss" if spread.at(share) else "a hit, so nothing"
        return f"{shown} of the reads miss {what} and take {lasting(fetch.at[USUAL].value)} more; {PERCENTILES[share]} is {part}"

    return made_of(name, spread, [fetch], formula)


def _sum(parts: Sequence[Timed], share: float, varied: bool) -> str:
    only = [part for part in parts if part.at[share].value]
    if len(only) == 1:
        return f"{lasting(only[0].at[share].value)} for {only[0].name}"
    terms = _listed(parts, share, " + ")
    if not varied:
        return terms
    together = f", {lasting(sum(part.at[share].value for part in parts))} if all are slow at once" if share > USUAL else ""
    return f"{PERCENTILES[share]} of {terms}, which vary independently of one another{together}"


def _listed(parts: Sequence[Timed], share: float, between: str) -> str:
    """The times of the parts; those that take none are left out, unless that is all of them."""
    known = [part.at[share].value for part in parts]
    return between.join(map(lasting, filter(None, known))) or lasting(0)
