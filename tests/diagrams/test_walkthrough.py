"""What is drawn of a scenario, as whole values."""

from archgen import Calls, Client, Consumes, Design, Publishes, Service, Step, Topic, Walkthrough
from archgen.diagrams.walkthrough import draw
from archgen.model.drawing import Box, LegendEntry, Message, Sequence
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
                Message("phone", "gateway", "hello"),
                Message("gateway", "rooms", "publishes", "dashed"),
                Message("rooms", "gateway", "copy", "dashed"),
                Message("gateway", "phone", "shown", "dashed"),
            ),
            (LegendEntry("solid", "waits for an answer"), LegendEntry("dashed", "does not wait")),
        )
    ]


def test_a_step_without_words_says_what_its_connection_says() -> None:
    (sequence,) = chat(Walkthrough("Connect", [Step(socket)]))
    assert sequence.messages == (Message("phone", "gateway", "WebSocket"),)
    assert sequence.legend == ()


def test_participants_stand_in_the_order_in_which_they_take_part() -> None:
    (sequence,) = chat(Walkthrough("Push", [Step(deliver), Step(socket, back=True)]))
    assert [box.id for box in sequence.participants] == ["rooms", "gateway", "phone"]


def test_each_scenario_is_a_figure_of_its_own_and_an_empty_one_is_none() -> None:
    sequences = chat(Walkthrough("First", [Step(socket)]), Walkthrough("Second", [Step(publish)]), Walkthrough("Third", []))
    assert [sequence.name for sequence in sequences] == ["walkthrough-first", "walkthrough-second"]
