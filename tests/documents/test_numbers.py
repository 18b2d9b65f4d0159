import pytest

from archgen import Autoscaling, Calls, Client, Database, Design, Publishes, Queue, Reads, Service, per_second
from archgen.documents.numbers import assumptions, by_fullness, value
from archgen.model.estimate import Derivation, Quantity, Unit
from tests.documents.parcels import dossier, estimate
from tests.documents.telling import told


@pytest.mark.parametrize(
    ("number", "unit", "shown"),
    [
        (0.666, "share", "66.6%"),
        (107, "share", "10,700%"),
        (0.25, "seconds", "250 ms"),
        (2_500_000, "bytes", "2.5 MB"),
        (4000, "per second", "4,000/s"),
        (12, "connections", "12"),
        (20000, "", "20,000"),
    ],
)
def test_a_number_has_a_unit_that_people_read(number: float, unit: Unit, shown: str) -> None:
    assert value(Quantity("x", number, unit, Derivation("stated"))) == shown


def test_a_number_that_more_may_add_to_says_so() -> None:
    assert value(Quantity("x", 5, "per second", Derivation("stated"), partial=True)) == "at least 5/s"


def test_what_a_number_rests_on_is_assumed_by_it_too() -> None:
    assert assumptions(estimate()) == ("every parcel is handed in once",)
    assert [(one.measure, one.assumptions) for one in dossier().numbers] == [("utilisation", (1,)), ("requests", (1,))]


def test_only_what_is_taken_of_a_capacity_says_how_full_something_is() -> None:
    assert [(one.subject, one.value) for one in by_fullness(dossier().numbers)] == [("Desk", "80%")]


def test_what_is_assumed_of_many_parts_alike_is_a_sentence() -> None:
    app, api, jobs = Client("App"), Service("API"), Queue("Jobs")
    calls = [Calls(app, api, rate=per_second(2)), Publishes(api, jobs), Reads(api, Database("Store"))]
    found = told(Design("D", [*calls]))
    assert "API publishes Jobs and API reads Store once a request, as it is not stated how often" in found.assumptions
    place = found.assumptions.index("API publishes Jobs and API reads Store once a request, as it is not stated how often") + 1
    assert {one.subject for one in found.numbers if place in one.assumptions} >= {"Jobs", "Store"}


def test_connections_of_one_name_are_told_apart_by_what_passes() -> None:
    app, api = Client("App"), Service("API")
    found = told(Design("D", [Calls(app, api, "buy", rate=per_second(2)), Calls(app, api, "look", rate=per_second(5))]))
    assert [one.subject for one in found.numbers if one.measure == "rate"] == ["App calls API (buy)", "App calls API (look)"]
    (arriving,) = (one.quantity.derivation.formula for one in found.numbers if one.measure == "requests")
    assert arriving == "2/s App calls API (buy) + 5/s App calls API (look)"


def test_where_replicas_are_added_for_the_peak_it_may_be_fuller_on_average() -> None:
    api = Service("API", replicas=1, capacity=per_second(10), autoscaling=Autoscaling(max_replicas=10))
    call = Calls(Client("App"), api, rate=per_second(5), peak_rate=per_second(10))
    (one,) = by_fullness(told(Design("D", [call])).numbers)
    assert (one.measure, one.value) == ("utilisation", "50%")
