from archgen import Calls, Client, Database, Design, Service, System, Writes
from archgen.documents.nested_lists import boxes
from archgen.documents.systems import Inside, systems
from archgen.model.link import link

API = Service("API")
LEDGER = System("Ledger", design=Design("Books", [Writes(Service("Clerk"), Database("Book"))], summary="Keeps books"))
PAY = System("Pay", design=Design("Payments", [Calls(API, LEDGER)]), entry=API)
SHOP = link(Design("Shop", [Calls(Client("App"), PAY)]))


def test_systems_are_told_with_what_is_in_them() -> None:
    inner = Inside("Ledger", "pay.ledger", "Keeps books", "2 components and 1 connection", "", ())
    assert list(systems(SHOP)) == [Inside("Pay", "pay", "", "2 components and 1 connection", "API", (inner,))]


def test_systems_within_systems_are_a_list_within_a_list() -> None:
    assert boxes(list(systems(SHOP))) == (
        "- **Pay** (`pay`): 2 components and 1 connection. What comes to it reaches **API**.\n"
        "  - **Ledger** (`pay.ledger`): 2 components and 1 connection. Keeps books."
    )
