"""Which way updates are sent to the servers that hold connections, at the values where the tree changes its mind."""

from archgen import Choose, Requirements, milliseconds, seconds
from patterns.real_time_updates.trees.update_routing import tree


def advice(need: Requirements) -> str:
    end = tree.decide(need).end
    return end.pattern if isinstance(end, Choose) else end.question


def test_nine_patient_servers_poll() -> None:
    assert advice(Requirements(staleness=seconds(2), endpoint_servers=9)) == "pull-polling"


def test_ten_patient_servers_are_asked_what_they_keep() -> None:
    need = Requirements(staleness=seconds(2), endpoint_servers=10)
    assert advice(need) == "Does a server keep much for each connection?"


def test_three_servers_in_a_hurry_do_not_poll() -> None:
    need = Requirements(latency_budget=milliseconds(200), endpoint_servers=3, connection_state="light", media=False)
    assert advice(need) == "pub-sub-broadcast"


def test_heavy_state_has_one_home_however_few_the_servers() -> None:
    need = Requirements(latency_budget=milliseconds(200), endpoint_servers=3, connection_state="heavy")
    assert advice(need) == "consistent-hash-routing"


def test_peers_that_send_media_need_only_an_introduction() -> None:
    need = Requirements(latency_budget=milliseconds(200), connection_state="light", media=True)
    assert advice(need) == "webrtc-signaling"


def test_many_patient_servers_are_told_by_a_broker() -> None:
    need = Requirements(staleness=seconds(10), endpoint_servers=40, connection_state="light", media=False)
    assert advice(need) == "pub-sub-broadcast"
