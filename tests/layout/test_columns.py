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


def test_lifelines_stand_evenly_where_a_message_in_two_lines_lets_them() -> None:
    told = Message("3", "4", "a message of two lines, so that all stand alike")
    gaps = [right - left for left, right in pairwise(columns(crowd(5, told)).centres)]
    assert max(gaps) - min(gaps) <= 2


def test_the_name_of_a_product_stays_whole_where_texts_of_messages_can_be_narrower() -> None:
    told_of = [("Makers", "of one file")] * 7 + [("Warehouse", "queries"), ("Database", "PostgreSQL, of rows")]
    boxes = tuple(Box(str(number), *told, "server") for number, told in enumerate(told_of))
    told = [Message(str(number), str(number + 1), "a message that is broken in several lines") for number in range(8)]
    stand = columns(Sequence("crowd", "Crowd", "", boxes, tuple(told)))
    words = {word for head in stand.heads for line in (*head.titles, *head.subtitles) for word in line.split()}
    assert words == {word for told in told_of for text in told for word in text.split()}
    assert stand.width <= MAX_WIDTH


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
