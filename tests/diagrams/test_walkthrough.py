"""What is drawn of a scenario, as whole values."""

from archgen import Alternative, Calls, Client, Consumes, Design, Group, Publishes, Service, Step, Topic, Walkthrough
from archgen.diagrams.walkthrough import draw
from archgen.model.drawing import Box, Case, LegendEntry, Message, Sequence
from archgen.model.link import link

phone, gateway, rooms = Client("Phone", platform="mobile"), Service("Gateway"), Topic("Rooms")
socket = Calls(phone, gateway, protocol="websocket")
publish, deliver = Publishes(gateway, rooms), Consumes(gateway, rooms)


def chat(*walkthroughs: Walkthrough) -> list[Sequence]:
    return list(draw(link(Design("Chat", [socket, publish, deliver], walkthroughs=walkthroughs))))


def test_messages_go_the_way_things_flow_and_back_the_other_way() -> None:
    steps = [Step(socket, "hello"), Step(publish), Step(deliver, "copy"), Step(socket, "shown", back=True)]
    assert chat(Walkthrough("Say hello", steps, summary="From phone to phone.")) == [
        Sequence(
            "walkthrough-say-hello",
            "Chat: Say hello",
            "From phone to phone. 1. Phone to Gateway: hello. 2. Gateway to Rooms: publishes. 3. Rooms to Gateway: copy. "
            "4. Gateway to Phone: shown.",
            (
                Box("phone", "Phone", "", "device-mobile", "client"),
                Box("gateway", "Gateway", "", "server", "compute"),
                Box("rooms", "Rooms", "", "broadcast", "messaging"),
            ),
            (
                Message("phone", "gateway", "hello", number="1"),
                Message("gateway", "rooms", "publishes", "dashed", "2"),
                Message("rooms", "gateway", "copy", "dashed", "3"),
                Message("gateway", "phone", "shown", "dashed", "4"),
            ),
            (LegendEntry("solid", "waits for an answer"), LegendEntry("dashed", "does not wait")),
        )
    ]


def test_a_step_without_words_says_what_its_connection_says() -> None:
    (sequence,) = chat(Walkthrough("Connect", [Step(socket)]))
    assert sequence.messages == (Message("phone", "gateway", "WebSocket", number="1"),)
    assert sequence.legend == ()


def test_participants_stand_in_the_order_in_which_they_take_part() -> None:
    (sequence,) = chat(Walkthrough("Push", [Step(deliver), Step(socket, back=True)]))
    assert [box.id for box in sequence.participants] == ["rooms", "gateway", "phone"]


def test_each_scenario_is_a_figure_of_its_own_and_an_empty_one_is_none() -> None:
    sequences = chat(Walkthrough("First", [Step(socket)]), Walkthrough("Second", [Step(publish)]), Walkthrough("Third", []))
    assert [sequence.name for sequence in sequences] == ["walkthrough-first", "walkthrough-second"]


def test_what_happens_in_another_case_stands_behind_its_step() -> None:
    refused = Alternative("the phone is unknown", [Step(socket, "no", back=True)], failure=True, ends=True)
    (sequence,) = chat(Walkthrough("Say hello", [Step(socket, otherwise=[refused, Alternative("it is late")]), Step(publish)]))
    assert [message.number for message in sequence.messages] == ["1", "1a.1", "2"]
    assert sequence.cases == (
        Case("1a. The phone is unknown (failure, it ends here)", 1, 2, "bad"),
        Case("1b. It is late", 2, 2),
    )
    assert sequence.description == (
        "Say hello, step by step. 1. Phone to Gateway: WebSocket. 1a. The phone is unknown (failure, it ends here). "
        "1a.1. Gateway to Phone: no. 1b. It is late. 2. Gateway to Rooms: publishes."
    )


def test_a_case_within_a_case_ends_before_it() -> None:
    inner = Alternative("twice", [Step(publish), Step(deliver)])
    outer = Alternative("late", [Step(socket, otherwise=[inner]), Step(publish)], ends=False)
    (sequence,) = chat(Walkthrough("Say hello", [Step(socket, otherwise=[outer]), Step(deliver)]))
    assert sequence.cases == (Case("1a. Late (then it goes on)", 1, 5), Case("1a.1a. Twice", 2, 4))
    assert [message.number for message in sequence.messages] == ["1", "1a.1", "1a.1a.1", "1a.1a.2", "1a.2", "2"]


def test_a_group_takes_part_as_a_whole() -> None:
    edge = Group("Edge", note="all of it")
    servers = Service("Server", group=edge)
    call = Calls(phone, edge, "hello")
    design = Design("Chat", [servers, call], walkthroughs=[Walkthrough("Say hello", [Step(call)])])
    (sequence,) = draw(link(design))
    assert sequence.participants[1] == Box("group:edge", "Edge", "all of it", "", "compute")
