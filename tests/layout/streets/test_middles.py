"""Lines are thought to run evenly between boxes that keep their places."""

from archgen.layout.ranks import wrapped
from archgen.layout.streets.chains import stratify
from archgen.layout.streets.middles import middles
from archgen.model.drawing import Arrow, Box, Drawing


def test_a_line_over_a_row_is_thought_to_pass_halfway() -> None:
    boxes = tuple(Box(name, name, "", "server") for name in "abc")
    drawing = Drawing("d", "D", "", boxes, (Arrow("a", "b", ""), Arrow("b", "c", ""), Arrow("a", "c", "")), ())
    strata = stratify(drawing, wrapped(drawing, dict.fromkeys("abc", 10.0), 1000.0))
    stands = {strata.boxes["a"]: 0.0, strata.boxes["b"]: 50.0, strata.boxes["c"]: 100.0}
    found = middles(strata, stands)
    lanes = [found[number] for number, item in enumerate(strata.items) if item.kind == "lane"]
    assert lanes == [50.0]
