import pytest

from archgen.documents.page_room import BOTTOM, CAPTION, FULL, TOP, pages

TALL = {"sort": "figure", "width": 400, "wanted": 400, "ratio": 1.0, "floats": True}
END = {"what": "end", "place": 0}


def test_a_page_is_as_full_as_what_stands_lowest_on_it() -> None:
    found = pages(
        [{}, TALL], [END | {"page": 1, "y": 90}, {"what": "figure", "place": 1, "page": 1, "y": 100}, END | {"page": 2, "y": 200}]
    )
    assert found.filled == {1: 100 + 400 + CAPTION, 2: 200}
    assert list(found.counted()) == [1]


def test_empty_room_costs_the_more_the_emptier_the_page_is() -> None:
    full, fair, bare = (
        pages([{}], [END | {"page": 1, "y": TOP + share * (BOTTOM - TOP)}, END | {"page": 2, "y": TOP}]).cost
        for share in (FULL, 0.6, 0.4)
    )
    assert full < fair < bare
    assert bare - full == pytest.approx(8 * (fair - full))


def test_a_figure_costs_the_more_the_further_it_is_from_where_it_is_spoken_of() -> None:
    def cost(page: int) -> float:
        told = {"what": "told", "place": 1, "page": 1, "y": BOTTOM}
        ends = [END | {"page": number, "y": BOTTOM} for number in range(1, 6)]
        return pages([{}, TALL], [*ends, told, {"what": "figure", "place": 1, "page": page, "y": TOP}]).cost

    assert cost(1) == cost(2) < cost(3)
    assert cost(4) - cost(2) > 2 * (cost(3) - cost(2))


def test_a_smaller_figure_and_a_longer_document_cost_something() -> None:
    def cost(width: float, page: int = 1) -> float:
        return pages([TALL | {"width": width, "floats": False}], [{"what": "figure", "place": 0, "page": page, "y": TOP}]).cost

    assert cost(400) < cost(399) < cost(399, page=2)
