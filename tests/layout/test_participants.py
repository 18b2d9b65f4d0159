import pytest

from archgen.layout.participants import measure, paint
from archgen.model.drawing import Box
from archgen.model.picture import Icon, Rect, Text

WORKER = Box("w", "Notification worker", "APNs / FCM", "bell", "compute")


def test_a_card_is_wider_with_its_icon_beside_and_higher_with_it_above() -> None:
    beside, above = measure(WORKER, 150, stacked=False), measure(WORKER, 150, stacked=True)
    assert beside.width > above.width
    assert beside.height < above.height


def test_a_long_title_is_broken() -> None:
    assert measure(WORKER, 90, stacked=True).titles == ["Notification", "worker"]


@pytest.mark.parametrize("stacked", [False, True])
@pytest.mark.parametrize("glyph", ["", "bell"])
def test_all_of_a_card_is_inside_it(stacked: bool, glyph: str) -> None:
    head = measure(Box("w", "Notification worker", "APNs / FCM", glyph), 90, stacked=stacked)
    card, *inner = paint(head, 100, 20, head.height + 30)
    assert isinstance(card, Rect)
    assert (card.x + card.width / 2, card.y, card.height) == (100, 20, head.height + 30)
    for shape in inner:
        assert isinstance(shape, Icon | Text)
        size = shape.size if isinstance(shape, Icon) else shape.width
        left = shape.x - size / 2 if isinstance(shape, Text) and shape.anchor == "middle" else shape.x
        assert card.x < left < left + size < card.x + card.width
        assert card.y < shape.y < card.y + card.height
