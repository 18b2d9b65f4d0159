"""Which protocol the tree advises, at the values where it changes its mind."""

from archgen import Ask, Choose, Requirements, milliseconds, seconds
from patterns.real_time_updates.trees.client_protocol import tree


def advice(need: Requirements) -> str:
    end = tree.decide(need).end
    return end.pattern if isinstance(end, Choose) else end.question


def test_two_seconds_of_age_are_met_by_polling() -> None:
    assert advice(Requirements(staleness=seconds(2))) == "simple-polling"


def test_a_budget_just_below_two_seconds_is_not() -> None:
    assert advice(Requirements(latency_budget=milliseconds(1999))) == "Do people hear or see each other live?"


def test_the_tighter_of_budget_and_staleness_counts() -> None:
    loose, tight = Requirements(latency_budget=seconds(5)), Requirements(latency_budget=seconds(5), staleness=seconds(1))
    assert (advice(loose), advice(tight)) == ("simple-polling", "Do people hear or see each other live?")


def test_a_slow_broadcast_of_media_is_polled() -> None:
    assert advice(Requirements(latency_budget=seconds(5), media=True)) == "simple-polling"


def test_live_media_is_asked_for_before_direction() -> None:
    assert advice(Requirements(latency_budget=milliseconds(150), media=True, client_sends="never")) == "webrtc"


def test_frequent_messages_both_ways_get_a_socket_whatever_the_path_does_to_streams() -> None:
    need = Requirements(latency_budget=milliseconds(300), media=False, client_sends="often", streaming_path=False)
    assert advice(need) == "websocket"


def test_a_path_that_holds_streams_back_is_left_with_long_polling() -> None:
    need = Requirements(latency_budget=milliseconds(300), media=False, client_sends="rarely", streaming_path=False)
    assert advice(need) == "long-polling"


def test_rare_writes_go_beside_the_stream() -> None:
    need = Requirements(latency_budget=milliseconds(300), media=False, client_sends="rarely", streaming_path=True)
    assert advice(need) == "sse-plus-http-post"


def test_no_writes_need_nothing_beside_the_stream() -> None:
    need = Requirements(latency_budget=milliseconds(300), media=False, client_sends="never", streaming_path=True)
    assert advice(need) == "server-sent-events"


def test_what_is_not_stated_is_asked_for_by_name() -> None:
    end = tree.decide(Requirements(latency_budget=milliseconds(300), media=False)).end
    assert isinstance(end, Ask)
    assert (end.question, list(end.needs)) == ("Does each client send often?", ["client_sends"])
