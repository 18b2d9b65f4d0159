from archgen import Calls, Client, Need, Service, seconds
from archgen.model.met import met

APP, API = Client("App"), Service("API", replicas=2)
CALL = Calls(APP, API, timeout=seconds(1), retry=False)


def test_a_need_is_met_by_what_is_stated() -> None:
    need = Need("an end to waiting", {CALL: ["timeout", "retry"], API: ["replicas"]})
    assert list(met(need)) == ["App calls API: timeout = 1 s, retry = none", "API: replicas = 2"]


def test_a_need_is_met_by_a_word_that_is_there() -> None:
    assert list(met(Need("someone who asks", {APP: [], CALL: []}))) == ["App", "App calls API"]
