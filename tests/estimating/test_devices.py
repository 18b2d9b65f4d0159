from archgen import Calls, Client, Connection, Design, Requirements, Service
from archgen.estimating.devices import devices
from archgen.model.estimate import Derivation, Quantity
from archgen.model.link import link


def counted(client: Client, *parts: Connection) -> Quantity | None:
    return devices(link(Design("System", parts, requirements=Requirements(concurrent_clients=200_000))), client)


def test_a_client_that_states_its_devices_has_those() -> None:
    phone = Client("Phone", devices=300)
    assert counted(phone, Calls(phone, Service("API"))) == Quantity("devices", 300, "", Derivation("stated"))


def test_a_lone_client_stands_for_all_that_are_required() -> None:
    phone = Client("Phone")
    expected = Quantity("devices", 200_000, "", Derivation("200,000 concurrent clients required"))
    assert counted(phone, Calls(phone, Service("API"))) == expected


def test_clients_that_state_nothing_share_evenly_and_say_so() -> None:
    phone, browser, api = Client("Phone"), Client("Browser"), Service("API")
    derivation = Derivation(
        "200,000 concurrent clients required / 2 clients", assumptions=("no client states its devices: they are split evenly",)
    )
    assert counted(phone, Calls(phone, api), Calls(browser, api)) == Quantity("devices", 100_000, "", derivation)


def test_beside_a_client_that_states_its_devices_nothing_is_guessed() -> None:
    phone, browser, api = Client("Phone"), Client("Browser", devices=300), Service("API")
    assert counted(phone, Calls(phone, api), Calls(browser, api)) is None
