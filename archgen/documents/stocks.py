"""What waits, what is kept and what is carried, for the back of the envelope."""

from collections.abc import Iterator
from datetime import timedelta

from archgen.documents.numbers import places
from archgen.documents.point import Point
from archgen.documents.rounded import in_words, rounded, said
from archgen.dsl.readable import named, readable
from archgen.model.dossier import Dossier
from archgen.model.estimate import Measure, Quantity
from archgen.vocabulary.components.queue import Queue
from archgen.vocabulary.connections.downloads import Downloads
from archgen.vocabulary.connections.reads import Reads

MOST = 2
# Less than that a second is nothing that anybody plans for.
NOTABLE = 100_000
# What adds less than this share in a year is no growth that anybody plans for.
A_YEAR, GROWING = 365, 0.01


def waiting(dossier: Dossier) -> Iterator[Point]:
    """What a burst leaves in queues and how soon it is gone; what grows without an end that is known."""
    endless = [(id, name, growth) for id, name, growth in _growing(dossier, "backlog_growth") if growth.value > 0]
    for id, name, growth in _growing(dossier, "peak_backlog_growth"):
        depth = dossier.estimate.of(id, "burst_depth")
        known = places(growth, dossier.assumptions)[:MOST]
        if depth:
            yield Point(rounded(f"{depth} messages"), rounded(_burst(dossier, id, name, depth)), known)
        elif growth.value > 0 and id not in {one for one, *_ in endless}:
            text = f"pile up {name} in the busiest time: {growth.derivation.formula}. How long that lasts is not stated"
            yield Point(said(growth), rounded(text), known)
    for _, name, growth in endless:
        text = f"pile up {name} on average already, so that it never clears: {growth.derivation.formula}"
        yield Point(said(growth), rounded(text), places(growth, dossier.assumptions)[:MOST])


def stored(dossier: Dossier) -> Iterator[Point]:
    """The stores that hold most, all copies, and how they grow; what queues hold is gone once it is done."""
    queues = {dossier.architecture.id(one) for one in dossier.architecture.components(Queue)}
    kept_for_good = [one for one in _largest(dossier, "storage") if one[0] not in queues and one[2].value >= NOTABLE]
    for id, name, kept in kept_for_good[:MOST]:
        growth, year = (dossier.estimate.of(id, one) for one in ("storage_growth", "storage_in_1_year"))
        grows = f"; {said(growth)} more come every day" if growth and growth.value * A_YEAR > GROWING * kept.value else ""
        later = f", and in a year it is {said(year)}" if year and year.value > kept.value and said(year) != said(kept) else ""
        worked = "" if kept.derivation.formula in (said(kept), str(kept), "stated") else f": {kept.derivation.formula}"
        copies = ", all copies" if "copies" in kept.derivation.formula else ""
        yield Point(said(kept), in_words(rounded(f"are kept {name}{copies}{worked}{grows}{later}")), _assumed(dossier, kept))


def carried(dossier: Dossier) -> Iterator[Point]:
    """The connection that carries most bytes."""
    names = {dossier.architecture.id(one): one for one in dossier.architecture.connections()}
    measures: tuple[Measure, ...] = ("peak_bandwidth", "bandwidth")
    for measure in measures:
        found = [(id, one) for (id, each), one in dossier.estimate.quantities.items() if each == measure and id in names]
        if found:
            id, most = max(found, key=lambda one: one[1].value)
            when = " in the busiest time" if measure == "peak_bandwidth" else ""
            if most.value >= NOTABLE:
                begins, ends = names[id].origin.name, names[id].destination.name
                back = isinstance(names[id], Downloads | Reads)  # what is asked for goes to whoever asks
                way = f"from {ends} to {begins}" if back else f"from {begins} to {ends}"
                text = f"is the most that any connection carries{when}, {way}: {most.derivation.formula}"
                yield Point(said(most), rounded(text), _assumed(dossier, most))
            return


def _growing(dossier: Dossier, measure: Measure) -> list[tuple[str, str, Quantity]]:
    """Where most is left waiting."""
    return _largest(dossier, measure)[:MOST]


def _burst(dossier: Dossier, id: str, name: str, depth: Quantity) -> str:
    lost, delay, recovery = (dossier.estimate.of(id, one) for one in ("burst_lost", "burst_delay", "recovery"))
    told_lost = f"; {said(lost)} of them find no room and are lost" if lost and lost.value > 0 else ""
    waits = f"; the last of them waits {said(delay)}{_fresh(dossier, delay)}" if delay else ""
    gone = f", and {said(recovery)} after the burst nothing of it is left" if recovery and not recovery.endless else ""
    never = ", and it never clears" if recovery and recovery.endless else ""
    return f"wait at the end of a burst {name}: {depth.derivation.formula}{told_lost}{waits}{gone}{never}"


def _fresh(dossier: Dossier, delay: Quantity) -> str:
    """Beside a wait what people may be shown, where that is newer."""
    allowed = dossier.architecture.design.requirements.staleness
    if not isinstance(allowed, timedelta) or delay.value <= allowed.total_seconds():
        return ""
    return f", where what people are shown may be {readable(allowed)} old"


def _largest(dossier: Dossier, measure: Measure) -> list[tuple[str, str, Quantity]]:
    architecture = dossier.architecture
    names = {architecture.id(one): f"in {one.name}" for one in architecture.components()}
    names |= {architecture.id(one): f"where {named(one)}" for one in architecture.connections()}
    found = [(id, names[id], one) for (id, each), one in dossier.estimate.quantities.items() if each == measure and id in names]
    return sorted(found, key=lambda one: -one[2].value)


def _assumed(dossier: Dossier, quantity: Quantity) -> tuple[int, ...]:
    return places(quantity, dossier.assumptions)[:MOST]
