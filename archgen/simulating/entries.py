"""Entries of caches, by their keys: which are fresh, which are fetched, and who waits for that."""

from math import log, nextafter
from typing import Any, final

from archgen.simulating.chance import uniform
from archgen.simulating.measures import Entries

# The key of a read that goes past the cache, and of one of the keys that are not followed.
PAST, OTHERS = -2, -1


# What a reader finds: it is there; it is there, and is fetched anew for the next; it has to be fetched; another fetches it, and
# is waited for; another fetches it, and who comes meanwhile gets nothing. Plain numbers, as looking up is done most of all.
HIT, AGEING, MISS, FETCHED, REFUSED = range(5)


@final
class EntriesNow:
    """One cache before one way to what is behind it."""

    __slots__ = (
        "chances", "cold", "counts", "fetching", "first", "fresh", "hot", "last", "others", "plan", "renew", "soft",
        "spread", "station", "waiting", "way",
    )  # fmt: skip

    def __init__(self, plan: Entries, seed: str, station: Any = None) -> None:
        self.plan, self.soft, self.station = plan, plan.soft, station
        self.chances = uniform(seed)
        self.way: Any = None
        # Of how many keys one is read that is not the hot one, and the first of them.
        self.hot, self.first = plan.hot, 1 if plan.hot else 0
        self.others = 0 if plan.keys is None else plan.keys - self.first
        # Half of it to the power of what is drawn is near each of them, from 1 on, as often as a power law says.
        self.spread = nextafter(2 * self.others + 1, 0) if plan.skewed and self.others else 0.0
        self.fresh: dict[int, float] = {}
        self.renew: dict[int, float] = {}
        self.fetching: dict[int, int] = {}
        self.waiting: dict[int, list[Any]] = {}
        self.cold = plan.rate is None
        self.forget()

    def forget(self) -> None:
        """Count from here on."""
        self.counts = [0] * 5

    def empty(self) -> None:
        """What was held is lost; what is being fetched comes back."""
        self.cold = True
        self.fresh.clear()
        self.renew.clear()

    def read(self, now: float) -> int:
        """What a reader finds of the key that is read next, which is the last one if it is not a hit; the hot one is 0."""
        station = self.station
        if station is not None and station.down:
            self.last = PAST
            return MISS
        if self.hot and next(self.chances) < self.hot:
            key = 0
        elif self.spread:
            key = self.first - 1 + int(0.5 + 0.5 * self.spread ** next(self.chances))
        elif self.others:
            key = self.first + int(next(self.chances) * self.others)
        else:
            key = OTHERS if self.plan.keys is None else 0
        if self.soft is None and self.fresh.get(key, -1.0) > now:
            self.counts[HIT] += 1
            return HIT
        self.last = key
        return self.look(now, key)

    def look(self, now: float, key: int) -> int:
        """What a reader of that key finds."""
        found = self._found(now, key)
        self.counts[found] += 1
        if found == MISS and key != OTHERS:
            self.fetching[key] = self.fetching.get(key, 0) + 1
        return found

    def _found(self, now: float, key: int) -> int:
        plan = self.plan
        if key == OTHERS:
            return HIT if next(self.chances) < plan.hits else MISS
        if not self.cold and key not in self.fresh:
            self._begun(key)
        if self.fresh.get(key, -1.0) > now:
            if plan.soft is not None and self.renew.get(key, 0.0) <= now:
                self._keep(now, key)
                return AGEING
            return HIT
        if plan.at_once is None or self.fetching.get(key, 0) < plan.at_once:
            return MISS
        if plan.meanwhile == "stale" and key in self.fresh:
            return HIT
        return REFUSED if plan.meanwhile == "fail" else FETCHED

    def _begun(self, key: int) -> None:
        """What is found of a key that nobody has asked for yet: as if readers had come and gone for long."""
        plan = self.plan
        rate = (plan.rate or 0.0) * self._share(key)
        known = rate * plan.lasts / (1 + rate * plan.lasts) if plan.soft is None else 1.0
        self.fresh[key] = plan.lasts * next(self.chances) if next(self.chances) < known else -1.0

    def _share(self, key: int) -> float:
        """How much of what is read is of that key."""
        hot = self.plan.hot
        if hot and not key:
            return hot
        if self.spread:
            rank = key - self.first + 1
            return (1 - hot) * log((rank + 0.5) / (rank - 0.5)) / log(self.spread)
        return (1 - hot) / max(1, self.others)

    def join(self, key: int, who: object) -> None:
        """Wait for the one who fetches it."""
        self.waiting.setdefault(key, []).append(who)

    def fill(self, now: float, key: int, good: bool) -> list[Any]:
        """A fetch has ended: who waited for it."""
        if key < 0:
            return []
        left = self.fetching.get(key, 0) - 1
        if left > 0:
            self.fetching[key] = left
        else:
            self.fetching.pop(key, None)
        if good:
            self._keep(now, key)
        return self.waiting.pop(key, [])

    def _keep(self, now: float, key: int) -> None:
        plan = self.plan
        varied = 1 + plan.jitter * (2 * next(self.chances) - 1) if plan.jitter else 1.0
        self.fresh[key] = now + plan.lasts * varied
        if plan.soft is not None:
            self.renew[key] = now + plan.soft
