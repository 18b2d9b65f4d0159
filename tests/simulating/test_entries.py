"""Entries of caches: how often they are there, and what comes when they are not."""

from collections import Counter
from math import log

import pytest

from archgen.model.simulation import Lookups, Outage, Outcome, Scenario
from archgen.simulating.entries import FETCHED, MISS, EntriesNow
from archgen.simulating.measures import Entries
from archgen.simulating.run import run_once
from tests.simulating.plans import READS, reading


def read(entries: Entries, fetch: float = 0.0, seconds: float = 200.0) -> tuple[Outcome, Lookups]:
    outcome = run_once(reading(entries, fetch), Scenario(1, seconds, 20.0))
    return outcome, outcome.lookups[0]


@pytest.mark.parametrize(("keys", "lasts"), [(1, 0.01), (50, 0.1), (200, 1.0), (1000, 20.0)])
def test_entries_are_there_as_often_as_renewal_says(keys: int, lasts: float) -> None:
    """A fetch, then what comes while the entry lasts: of 1 + rate * lasts reads, rate * lasts find it."""
    _, found = read(Entries(lasts, keys, cache=1, rate=READS))
    reads = READS / keys * lasts
    assert found.hits == pytest.approx(reads / (1 + reads), rel=0.01)


def test_a_hot_key_is_there_more_often_than_the_others() -> None:
    _, found = read(Entries(0.2, 101, hot=0.5, cache=1))
    hot, other = 0.5 * READS * 0.2, 0.5 * READS / 100 * 0.2
    assert found.hits == pytest.approx(0.5 * hot / (1 + hot) + 0.5 * other / (1 + other), rel=0.01)


def test_few_keys_of_skewed_ones_are_read_most_of_the_time() -> None:
    """The share of each is about one over its rank, over the sum of all of these; it is there as renewal says."""
    cache = EntriesNow(Entries(1.0, 100, skewed=True), "seed")
    drawn = Counter(key_read(cache) for _ in range(30_000))
    assert set(drawn) == set(range(100))
    whole = sum(1 / rank for rank in range(1, 101))
    for ranks in ((1,), (10,), range(41, 61)):
        expected = sum(1 / rank for rank in ranks) / whole
        assert sum(drawn[rank - 1] for rank in ranks) / 30_000 == pytest.approx(expected, rel=0.15)
    _, found = read(Entries(0.2, 1000, cache=1, rate=READS, skewed=True), seconds=60.0)
    reads = [0.2 * READS * log((rank + 0.5) / (rank - 0.5)) / log(2001) for rank in range(1, 1001)]
    assert found.hits == pytest.approx(sum(one * one / (1 + one) for one in reads) / sum(reads), rel=0.02)


def key_read(cache: EntriesNow) -> int:
    """Of a cache in which nothing is ever there."""
    cache.read(0.0)
    return cache.last


def test_of_keys_that_are_not_followed_the_stated_share_is_there() -> None:
    _, found = read(Entries(0.2, None, hot=0.2, hits=0.7, cache=1))
    hot = 0.2 * READS * 0.2
    assert found.hits == pytest.approx(0.2 * hot / (1 + hot) + 0.8 * 0.7, rel=0.01)


def test_a_run_begins_as_if_readers_had_come_for_long() -> None:
    outcome = run_once(reading(Entries(100.0, 20_000, cache=1, rate=READS)), Scenario(1, 20.0, 0.0))
    reads = READS / 20_000 * 100
    assert outcome.lookups[0].hits == pytest.approx(reads / (1 + reads), rel=0.02)


@pytest.mark.parametrize(("at_once", "most"), [(None, 60), (3, 3), (1, 1)])
def test_when_a_hot_entry_expires_all_fetch_it_or_as_many_as_may(at_once: int | None, most: int) -> None:
    """A fetch takes 100 ms, in which 50 readers come."""
    outcome, found = read(Entries(5.0, 1, at_once=at_once, cache=1), fetch=0.1, seconds=100.0)
    expiries = 100 / 5.1
    assert outcome.places[2].arrived == pytest.approx(expiries * (50 if at_once is None else most), rel=0.15)
    assert found.waited == pytest.approx(0 if at_once is None else expiries * (50 - most), rel=0.15)
    assert outcome.ways[0].given_up == 0


def test_who_comes_meanwhile_is_served_what_was_there_or_gets_nothing() -> None:
    stale, _ = read(Entries(5.0, 1, at_once=1, meanwhile="stale", cache=1), 0.1, 100.0)
    assert sum(time > 0.01 for time in stale.ways[0].times) == pytest.approx(100 / 5.1, abs=3)
    failed, found = read(Entries(5.0, 1, at_once=1, meanwhile="fail", cache=1), 0.1, 100.0)
    assert failed.ways[0].given_up == found.refused == pytest.approx(50 * 100 / 5.1, rel=0.1)


def test_what_is_fetched_anew_ahead_makes_nobody_wait() -> None:
    outcome, found = read(Entries(5.0, 1, soft=4.0, at_once=1, cache=1), 0.1, 100.0)
    assert found.fetched == pytest.approx(25, abs=2)
    assert max(outcome.ways[0].times) < 0.01


def test_a_varied_time_keeps_entries_from_expiring_together() -> None:
    """Two hundred entries that were fetched at once: their next fetches come within a moment, or spread over two seconds."""
    peaks = []
    for jitter in (0.0, 0.2):
        cache = EntriesNow(Entries(5.0, 200, jitter=jitter), "seed")
        for key in range(200):
            cache.look(0.0, key)
            cache.fill(0.0, key, good=True)
        ends = list(cache.fresh.values())
        peaks.append(max(ends) - min(ends))
    assert peaks[0] == 0
    assert peaks[1] == pytest.approx(2.0, rel=0.1)


@pytest.mark.parametrize(("durable", "misses"), [(False, 100), (True, 0)])
def test_after_an_outage_a_cache_is_empty_unless_it_keeps_what_it_holds(durable: bool, misses: int) -> None:
    plan = reading(Entries(1e6, 100, cache=1, durable=durable, rate=READS))
    outcome = run_once(plan, Scenario(1, 30.0, 5.0, outages=[Outage("cache", 10.0, 1.0)]))
    assert outcome.lookups[0].fetched == pytest.approx(misses, abs=3)
    assert outcome.places[2].arrived == pytest.approx(READS + misses, rel=0.1)


def test_a_fetch_that_fails_leaves_the_entry_to_the_next() -> None:
    cache = EntriesNow(Entries(5.0, 1, at_once=1), "seed")
    assert (cache.look(0.0, 0), cache.look(0.1, 0)) == (MISS, FETCHED)
    cache.join(0, "second")
    assert cache.fill(0.2, 0, good=False) == ["second"]
    assert cache.look(0.3, 0) == MISS
