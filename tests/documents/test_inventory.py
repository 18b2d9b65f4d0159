from archgen import Calls, Client, Database, Design, Group, Retry, Service, seconds
from archgen.documents.inventory import component_rows, connection_rows
from archgen.model.link import link

API = Service("API", replicas=2, group=Group("Core"))
CALL = Calls(Client("App"), API, "asks", protocol="long_poll", retry=Retry(3, jitter=True), idempotent=False, timeout=seconds(2))


def test_a_component_is_told_with_its_kind_its_place_and_what_it_states() -> None:
    rows = list(component_rows(link(Design("D", [CALL, Database("Store", note="the truth")]))))
    assert rows == [("App", "client", ""), ("API", "service in Core", "2 replicas"), ("Store", "database", "the truth")]


def test_what_authors_put_in_their_own_words_is_left_as_it_is() -> None:
    rows = list(component_rows(link(Design("D", [Database("Store", engine="my_db", note="user_id")]))))
    assert rows == [("Store", "database", "user_id; my_db")]


def test_a_connection_is_told_with_its_policies() -> None:
    facts = "given up after 2 s; long poll; tried 3 times, spread at random; does harm if it comes twice"
    assert list(connection_rows(link(Design("D", [CALL])))) == [("App calls API", "asks", facts)]
