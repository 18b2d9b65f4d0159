from archgen import Cache, Calls, Client, Database, Design, Reads, Requirements, Service, minutes, per_second
from tests.rules.checked import checked, finding


def catalogue(*callers: Calls, requirements: Requirements | None = None) -> Design:
    app, cache = callers[0].target, Cache("Cache", ttl=minutes(5))
    store = Database("Store", max_read_rate=per_second(1_000))
    return Design("Catalogue", [*callers, Reads(app, cache), Reads(app, store)], requirements=requirements or Requirements())


def test_the_load_is_that_of_the_peak() -> None:
    needs = Requirements(read_rate=per_second(100), peak_factor=3)
    found = finding(catalogue(Calls(Client("Browser"), Service("App")), requirements=needs), "CA002")
    assert found.because == ("Cache: reads = 300/s (100/s × 3 at the peak)", "Store: max_read_rate = 1,000/s")


def test_a_lower_bound_of_the_load_proves_nothing() -> None:
    app = Service("App")
    design = catalogue(Calls(Client("Browser"), app, rate=per_second(10)), Calls(Service("Partner"), app))
    assert "CA002" not in [one.code for one in checked(design)]
