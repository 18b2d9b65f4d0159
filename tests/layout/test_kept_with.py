from dataclasses import replace

from archgen.layout.kept_with import kept_with_drawing
from archgen.model.drawing import Box, Drawing

asked: list[str] = []


@kept_with_drawing
def ids(drawing: Drawing) -> list[str]:
    asked.append(drawing.name)
    return [box.id for box in drawing.boxes]


def test_each_drawing_is_asked_once_and_another_of_the_same_parts_by_itself() -> None:
    drawing = Drawing("one", "One", "", (Box("a", "A"),))
    assert ids(drawing) is ids(drawing)
    larger = replace(drawing, name="two", boxes=(*drawing.boxes, Box("b", "B")))
    assert (ids(larger), ids(drawing), asked) == (["a", "b"], ["a"], ["one", "two"])
    assert drawing == replace(drawing)
