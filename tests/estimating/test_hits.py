"""Which share of the reads that reach a cache it answers itself."""

import pytest

from archgen import Cache, Calls, Cdn, Client, Database, Design, Reads, Service, per_second
from archgen.estimating.hits import hits
from archgen.model.link import link
from tests.estimating.numbers import numbers

APP, CDN, API = Client("App", devices=1_000, send_rate=per_second(1)), Cdn("CDN", hit_share=0.8), Service("API")
REDIS, STORE = Cache("Redis", hit_share=0.15), Database("Store")
WAYS = [Calls(APP, CDN), Calls(CDN, API), Reads(API, REDIS), Reads(API, STORE)]


def test_a_share_of_all_reads_is_a_larger_one_of_those_that_the_layers_before_leave() -> None:
    architecture = link(Design("Layers", WAYS))
    assert hits(architecture, CDN) == 0.8
    assert hits(architecture, REDIS) == pytest.approx(0.75)


def test_what_no_layer_answers_reaches_the_store() -> None:
    found = numbers(*WAYS).of("store", "requests")
    assert found
    assert found.value == pytest.approx(50)


def test_a_rate_goes_before_a_share() -> None:
    cache = Cache("Memory", hit_rate=0.5, hit_share=0.1)
    assert hits(link(Design("One", [Reads(API, cache)])), cache) == 0.5


def test_layers_that_answer_more_than_all_say_nothing() -> None:
    whole, more = Cdn("CDN", hit_share=1.0), Cache("Cache", hit_share=0.1)
    assert hits(link(Design("Two", [Calls(APP, whole), Calls(whole, API), Reads(API, more)])), more) is None
