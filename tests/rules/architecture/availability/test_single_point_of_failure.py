from archgen import Calls, Client, Database, Design, Reads, Requirements, Service, Step, Walkthrough
from tests.rules.checked import checked, finding


def shop(share: float, *stores: Database) -> Design:
    api = Service("API", replicas=2)
    parts = [Calls(Client("App"), api), *(Reads(api, store) for store in stores)]
    return Design("Shop", parts, requirements=Requirements(availability=share))


def test_what_one_machine_gives_is_told_against_what_is_allowed() -> None:
    found = finding(shop(0.9995, Database("Store", replicas=1)), "AR001")
    assert found.message == (
        "API cannot do without Store, which runs once: one machine is away about 3.6 h a month, "
        "and 99.95 % allow 21.6 min a month"
    )
    assert found.because == ("99.95 % are required of Shop", "Store: replicas = 1", "API reads Store")


def test_what_one_machine_gives_is_not_flagged() -> None:
    assert "AR001" not in [one.code for one in checked(shop(0.995, Database("Store", replicas=1)))]


def test_what_is_not_said_of_several_is_asked_once() -> None:
    found = finding(shop(0.999, *(Database(name) for name in ("One", "Two", "Three", "Four"))), "AR001")
    assert (found.severity.value, found.asks) == ("info", True)
    assert found.subjects == ("one", "two", "three", "four")
    assert "needs One, Two and 2 others, of which it is not said how many run" in found.message


def test_a_walkthrough_asks_more_of_its_own_steps_than_the_design_of_the_rest() -> None:
    app, api = Client("App"), Service("API", replicas=2)
    pay, hint = Calls(api, Service("Payments", replicas=1)), Calls(api, Service("Hints", replicas=1))
    order = Calls(app, api)
    walk = Walkthrough("Buy", [Step(order), Step(pay)], requirements=Requirements(availability=0.999))
    design = Design("Shop", [order, pay, hint], requirements=Requirements(availability=0.99), walkthroughs=[walk])
    assert finding(design, "AR001").subjects == ("payments", "api")
