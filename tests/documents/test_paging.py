import json
from typing import Any

from archgen.documents.paging import better, marked
from archgen.documents.printed import Printed, printed
from archgen.svg.page_style import colours
from archgen.svg.theme import LIGHT

FIGURES = {"tall.svg": Printed("figure-1.svg", 500, 600), "short.svg": Printed("figure-2.svg", 500, 300)}
TEXT = "What it is about. " * 30


def document(markdown: str) -> str:
    return printed(markdown, title="A", figures=FIGURES, colours=colours(LIGHT))


def figure(text: str) -> Any:
    return next(block for block in json.loads(text)["sections"] if block["sort"] == "figure")


def marks(end: float, stands: float, pages: tuple[int, int] = (1, 2)) -> list[dict[str, object]]:
    first = {"what": "end", "number": 0, "page": pages[0], "y": end}
    return [first, {"what": "figure", "number": 0, "page": pages[1], "y": stands}]


def test_behind_what_stands_before_a_figure_and_its_heading_is_a_mark() -> None:
    for before in ("Text", "- one\n- two", "> Text", "| A |\n|:--|\n| a |"):
        blocks = json.loads(document(f"# A\n\n## B\n\n{before}\n\n### C\n\n![](short.svg)"))["sections"]
        assert json.dumps(blocks[1]).count('{"number": 0, "sort": "end"}') == 1, before
    assert marked([{"sort": "figure"}, {"sort": "figure"}])[0] == {"sort": "figure", "number": 0, "ends": 1}


def test_a_figure_is_made_smaller_where_it_fits_then() -> None:
    before = document("## B\n\nText\n\n### C\n\n![](short.svg)")
    after = better(before, marks(end=490, stands=90))
    assert after
    assert figure(after)["least"] <= figure(after)["width"] < figure(before)["width"]


def test_one_that_would_be_too_small_stands_behind_the_text_below_it() -> None:
    after = better(document(f"## B\n\nText\n\n### C\n\n![](tall.svg)\n\n{TEXT}"), marks(end=500, stands=90))
    assert after
    assert figure(after)["floats"]
    assert figure(after)["caption"] == ["C"]


def test_text_of_the_sections_within_its_own_counts_too() -> None:
    within = document(f"## A\n\nText\n\n## B\n\n![](tall.svg)\n\n### C\n\n- One.\n\n### D\n\n{TEXT}")
    after = better(within, marks(end=500, stands=90))
    assert after
    assert figure(after)["floats"]
    beside = document(f"## B\n\nText\n\n### C\n\n![](tall.svg)\n\n### D\n\n{TEXT}")
    assert better(beside, marks(end=500, stands=90)) is None


def test_one_with_little_text_below_it_stays() -> None:
    assert better(document("## B\n\nText\n\n### C\n\n![](tall.svg)\n\nShort."), marks(end=500, stands=90)) is None


def test_what_leaves_little_empty_or_stands_where_it_belongs_stays() -> None:
    whole = document(f"## B\n\nText\n\n### C\n\n![](short.svg)\n\n{TEXT}")
    assert better(whole, marks(end=700, stands=90)) is None
    assert better(whole, marks(end=300, stands=400, pages=(1, 1))) is None


def test_what_was_thought_to_fit_and_does_not_is_as_large_as_before() -> None:
    before = document("## B\n\nText\n\n### C\n\n![](short.svg)")
    smaller = better(before, marks(end=490, stands=90))
    assert smaller
    again = better(smaller, marks(end=490, stands=90))
    assert again
    assert figure(again)["width"] == figure(before)["width"]
    assert better(again, marks(end=490, stands=90)) is None


def test_below_a_figure_that_stands_behind_its_text_there_is_room_for_the_next() -> None:
    whole = json.loads(document(f"## B\n\nText\n\n### C\n\n![](short.svg)\n\n{TEXT}\n\n### D\n\n![](short.svg)"))
    first, second = (block for block in whole["sections"] if block["sort"] == "figure")
    first["floats"] = True
    found = [*marks(end=500, stands=68), {"what": "end", "number": 1, "page": 1, "y": 700}]
    found += [{"what": "figure", "number": 1, "page": 3, "y": 90}]
    smaller = better(json.dumps(whole), found)
    assert smaller
    assert [one["width"] <= second["width"] for one in json.loads(smaller)["sections"] if one.get("tried") == "smaller"] == [True]


def test_no_figure_is_put_behind_its_text_where_many_wait_already() -> None:
    several = "".join(f"### C{place}\n\n![](tall.svg)\n\n{TEXT}\n\n" for place in range(4))
    whole = json.loads(document(f"## B\n\nText\n\n{several}"))
    *waiting, last = (block for block in whole["sections"] if block["sort"] == "figure")
    for one in waiting:
        one["floats"] = True
    found = [{"what": "figure", "number": number, "page": 2 + number, "y": 68} for number in range(3)]
    found += [{"what": "end", "number": 3, "page": 1, "y": 500}, {"what": "figure", "number": 3, "page": 2, "y": 90}]
    assert last["number"] == 3
    assert better(json.dumps(whole), found) is None
    assert better(json.dumps(whole), [one for one in found if one["number"]]) is not None
