"""What stores are spared by the caches before them: how many reads would reach them without, and how many do."""

from collections.abc import Iterator, Sequence

from archgen.documents.call_outs import compared
from archgen.documents.escaping import Markdown, plain
from archgen.documents.rounded import rates_in_words, rounded
from archgen.dsl.readable import number
from archgen.model.architecture import Architecture
from archgen.model.cached_read import cache_before, stores_behind
from archgen.model.dossier import Dossier
from archgen.model.estimate import Estimate
from archgen.vocabulary.components.cache import Cache
from archgen.vocabulary.components.store import Store
from archgen.vocabulary.connections.reads import Reads

# A cache that spares less than this share is told of by its numbers alone.
WORTH = 0.1


def spared(dossier: Dossier) -> Iterator[Markdown]:
    """Two call-outs for each store that a cache spares much, as far as all of these rates are known."""
    architecture, numbers = dossier.architecture, dossier.estimate
    for cache in architecture.components(Cache):
        stores = stores_behind(architecture, cache)
        if len(stores) == 1:
            yield from _told(architecture, numbers, cache, stores[0])


def _told(architecture: Architecture, numbers: Estimate, cache: Cache, store: Store) -> Iterator[Markdown]:
    asked = _rate(numbers, architecture, list(architecture.into(cache, Reads)))
    reads = list(architecture.into(store, Reads))
    missed = _rate(numbers, architecture, [one for one in reads if cache_before(architecture, one) is cache])
    others = _rate(numbers, architecture, [one for one in reads if cache_before(architecture, one) is not cache])
    if asked is None or missed is None or others is None or missed > (1 - WORTH) * asked:
        return
    without, now = asked + others, missed + others
    yield compared(
        plain(cache.name),
        rounded(f"{_reads(without)} would reach {store.name}{_share(store, without)}."),
        rounded(f"{_reads(now)} do{_share(store, now)}."),
    )


def _rate(numbers: Estimate, architecture: Architecture, reads: Sequence[Reads]) -> float | None:
    rates = [numbers.of(architecture.id(one), "rate") for one in reads]
    return None if any(rate is None for rate in rates) else sum(rate.value for rate in rates if rate)


def _reads(rate: float) -> str:
    return rates_in_words([(rounded(_said(rate)), "reads")])


def _said(rate: float) -> str:
    return f"{number(rate)}/s"


def _share(store: Store, rate: float) -> str:
    """How much that is of what the store is stated to serve; nothing where that is not stated."""
    limit = getattr(store, "max_read_rate", None)
    return f", {100 * rate / float(limit):.3g}% of the {_said(float(limit))} that it serves" if limit else ""
