import json
from collections.abc import Mapping, Sequence
from typing import Any

from archgen.documents.paging import marked, paged
from archgen.documents.printed import READABLE, SMALL, Printed, printed
from archgen.loading.shipped import shipped
from archgen.svg import press
from archgen.svg.page_style import colours
from archgen.svg.theme import LIGHT

FIGURES = {"tall.svg": Printed("tall", 600, 720), "short.svg": Printed("short", 600, 360)}
TEXT = "What it is about, in the words of those who run it. " * 25
AFTER = f"{TEXT}\n\n" * 4
DRAWN = {one.file: f'<svg xmlns="http://www.w3.org/2000/svg" width="600" height="{one.height}"/>' for one in FIGURES.values()}


def document(markdown: str) -> str:
    return printed(markdown, title="A", figures=FIGURES, colours=colours(LIGHT))


def lines(many: int) -> str:
    return "".join(f"- One of {many}.\n" for _ in range(many))


def settled(markdown: str) -> tuple[list[Any], int]:
    """The figures as they are set in the end, and how much was tried for that."""
    page = (shipped("templates") / "document" / "print.typ").read_text("utf-8")
    made: list[str] = []
    tries = 0

    def settle(ask: press.Ask) -> Mapping[str, str]:
        def tried(data: str) -> Sequence[Mapping[str, Any]]:
            nonlocal tries
            tries += 1
            return ask({"document.json": data})

        made.append(paged(document(markdown), tried))
        return {"document.json": made[0]}

    sources = {"document.json": document(markdown), "a.typ": page, **DRAWN}
    assert press.printed(sources, "a.typ", name="A", covered=True, settle=settle).startswith(b"%PDF")
    return ([block for block in json.loads(made[0])["sections"] if block["sort"] == "figure"], tries)


def test_behind_all_that_ends_on_a_line_is_a_mark() -> None:
    for before in ("Text", "- one\n- two", "> Text", "| A |\n|:--|\n| a |"):
        blocks = json.loads(document(f"# A\n\n## B\n\n{before}\n\n### C\n\n![](short.svg)"))["sections"]
        assert json.dumps(blocks[1]).count('{"place": 1, "sort": "end"}') == (2 if "two" in before else 1), before
    assert marked([{"sort": "figure"}, {"sort": "rule"}]) == [{"sort": "figure", "place": 0}, {"sort": "rule"}]


def test_a_document_without_figures_is_not_tried() -> None:
    assert paged(document("# A\n\nText"), lambda _: []) == document("# A\n\nText")


def test_a_figure_that_finds_room_stays_as_it_is() -> None:
    (figure,), tries = settled(f"## B\n\nText\n\n### C\n\n![](short.svg)\n\n{TEXT}")
    assert (figure["width"], figure.get("floats"), tries) == (480, None, 1)


def test_a_figure_is_made_smaller_where_it_fits_then() -> None:
    (figure,), _ = settled(f"## B\n\n{lines(24)}\n### C\n\n![](short.svg)\n\nShort.")
    assert figure["least"] <= figure["width"] < figure["wanted"]
    assert "floats" not in figure


def test_text_goes_before_a_figure_that_has_no_room_and_the_figure_is_named() -> None:
    (figure,), _ = settled(f"## B\n\n{lines(12)}\n### C\n\n![](tall.svg)\n\n{AFTER}")
    assert (figure["floats"], figure["caption"], figure["width"]) == (True, ["C"], 480)


def test_the_text_of_the_next_figure_goes_first_too_where_only_headings_are_between_them() -> None:
    several = "## B\n\n![](tall.svg)\n*All*\n\n### C\n\n![](tall.svg)\n*One*"
    (whole, part), _ = settled(f"## A\n\n{lines(12)}\n{several}\n\n{AFTER}")
    assert (whole["floats"], part["floats"], whole["caption"]) == (True, True, ["All"])


def test_no_figure_is_made_smaller_than_can_be_read() -> None:
    wide = json.loads(printed("## B\n\n![](a.svg)", title="A", figures={"a.svg": Printed("a", 700, 300)}, colours=colours(LIGHT)))
    assert wide["sections"][1]["least"] == 700 * READABLE
    assert SMALL < READABLE
