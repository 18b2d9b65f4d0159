from itertools import pairwise

from archgen.layout.columns import EVEN_GAP, columns, loops_back
from archgen.model.drawing import Box, Message, Sequence
from archgen.model.picture import MAX_WIDTH


def crowd(count: int, *messages: Message) -> Sequence:
    boxes = tuple(Box(str(number), "Participant", "of many", "server") for number in range(count))
    return Sequence("crowd", "Crowd", "", boxes, messages)


def test_lifelines_without_words_between_them_stand_evenly() -> None:
    centres = columns(crowd(4)).centres
    assert {right - left for left, right in pairwise(centres)} == {EVEN_GAP}


def test_a_long_message_pushes_its_lifelines_apart() -> None:
    told = Message("0", "1", "a message that is rather long for the room there is")
    gaps = [right - left for left, right in pairwise(columns(crowd(3, told)).centres)]
    assert gaps[0] > gaps[1] == EVEN_GAP


def test_few_cards_have_their_icon_beside_and_many_above() -> None:
    assert not any(head.stacked for head in columns(crowd(4)).heads)
    assert all(head.stacked for head in columns(crowd(8)).heads)


def test_seven_participants_stay_within_a_figure() -> None:
    assert columns(crowd(7)).width <= MAX_WIDTH


def test_a_crowd_takes_the_room_that_its_cards_need() -> None:
    stand = columns(crowd(14))
    edges = [(at - head.width / 2, at + head.width / 2) for head, at in zip(stand.heads, stand.centres, strict=True)]
    assert all(left[1] < right[0] for left, right in pairwise(edges))


def test_only_the_last_of_several_lifelines_loops_back() -> None:
    assert [loops_back(place, 3) for place in range(3)] == [False, False, True]
    assert not loops_back(0, 1)


def test_words_in_cards_stay_whole_where_there_is_room() -> None:
    titles = ["Click log"] * 7 + ["Campaign totals"] * 2
    crowded = tuple(Box(str(number), title, "sums", "server") for number, title in enumerate(titles))
    heads = columns(Sequence("crowd", "Crowd", "", crowded, ())).heads
    assert {word for head in heads for line in head.titles for word in line.split()} == {"Click", "log", "Campaign", "totals"}
