from archgen.layout.anatomy import TIGHT, measure, paint
from archgen.layout.placement import Area
from archgen.model.drawing import Box
from archgen.model.picture import Icon, Rect, Text


def test_a_title_alone_makes_a_small_box() -> None:
    anatomy = measure(Box("a", "App"))
    assert (anatomy.width, anatomy.height) == (100, 40)


def test_long_texts_are_broken() -> None:
    box = Box("a", "Notification worker of the second region", "by channel and time, newest first")
    wide, tight = measure(box), measure(box, TIGHT)
    assert (len(wide.titles), len(wide.subtitles)) == (2, 2)
    assert tight.width < wide.width
    assert tight.height > wide.height


def test_a_card_has_its_icon_at_the_left_of_its_texts() -> None:
    box = Box("a", "Gateway", "3 replicas", "router", "edge")
    anatomy = measure(box)
    rect, icon, title, subtitle = paint(box, anatomy, Area(0, 0, anatomy.width, anatomy.height))
    assert isinstance(rect, Rect)
    assert isinstance(icon, Icon)
    assert isinstance(title, Text)
    assert isinstance(subtitle, Text)
    assert (rect.role, icon.name, title.text, subtitle.text) == ("box", "router", "Gateway", "3 replicas")
    assert 12 <= icon.x < icon.x + icon.size < title.x == subtitle.x
    assert title.x + title.width <= anatomy.width - 12


def test_a_question_is_centred_and_rounder() -> None:
    box = Box("q", "May a read be a second behind?", shape="question")
    rect, *texts = paint(box, measure(box, TIGHT), Area(0, 0, 200, 80))
    assert isinstance(rect, Rect)
    assert (rect.role, rect.radius) == ("question", 16)
    assert all(isinstance(text, Text) and (text.x, text.anchor) == (100, "middle") for text in texts)
