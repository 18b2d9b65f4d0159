from dataclasses import replace

from archgen import Cache, Calls, Client, Database, Design, Reads, Requirements, Service, Writes, hours, per_second
from archgen.documents.compose import compose
from archgen.documents.markdown import write
from archgen.documents.spared import spared
from archgen.estimating.run import estimate
from archgen.loading.shipped import shipped
from archgen.model.dossier import Dossier
from archgen.model.link import link
from archgen.model.report import Report


def shop(hit_rate: float | None = 0.95, limit: float | None = 4_000) -> Dossier:
    app, api = Client("App"), Service("API", capacity=per_second(9_000))
    cache = Cache("Price *cache*", hit_rate=hit_rate, ttl=hours(1))
    store = Database("Prices", max_read_rate=per_second(limit) if limit else None)
    reads = [Reads(api, cache), Reads(api, store, "on a miss"), Writes(api, cache)]
    design = Design("Shop", [Calls(app, api), *reads], requirements=Requirements(read_rate=per_second(2_000)))
    architecture = link(design)
    return compose(architecture, estimate(architecture), Report("Shop", "", []), [], [])


def test_what_a_store_is_spared_is_told_without_and_with_its_cache() -> None:
    assert list(spared(shop())) == [
        "> **Without Price \\*cache\\***\n>\n> 2,000 reads a second would reach Prices, 50% of the 4,000/s that it serves.\n\n"
        "> **With Price \\*cache\\***\n>\n> 100 reads a second do, 2.5% of the 4,000/s that it serves."
    ]


def test_where_no_limit_is_stated_no_share_is_told() -> None:
    assert "2,000 reads a second would reach Prices.\n" in next(spared(shop(limit=None)))


def test_a_cache_that_spares_nothing_is_not_told_of() -> None:
    assert list(spared(shop(hit_rate=0.05))) == []


def test_it_stands_with_the_patterns_that_the_design_uses() -> None:
    text = write(replace(shop(), report=Report("Shop", "", [])), shipped("templates"), figure_links={})
    assert "> **Without Price \\*cache\\***" in text.partition("\n## Patterns, and what they cost\n")[2]
