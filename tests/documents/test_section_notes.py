import re

import pytest

from archgen import Calls, Client, Database, Design, Entity, Group, Service, Writes
from archgen.documents.escaping import Markdown
from archgen.documents.section_names import template_of
from archgen.documents.section_notes import HEADINGS, Notes, unshown
from archgen.dsl.notes import SECTIONS
from archgen.loading.shipped import shipped
from archgen.model.link import link


def design(notes: str | dict[str, str] | None = None) -> Design:
    app = Service("A*pp", notes="# Why\n\nIt *matters*.", group=Group("Front", notes="In front."))
    store = Database("Store", holds=[Entity("Row", notes="![x](components)")])
    return Design("Noted", [Calls(Client("User"), app), Writes(app, store)], notes=notes)


def noted(text: str, name: str, notes: str | dict[str, str] | None = None) -> str:
    return Notes(link(design(notes)), {"components": Markdown("![All](c.svg)")}.get).section(text, name)


def test_a_note_stands_at_the_end_of_its_section_below_its_heading() -> None:
    assert noted("\n## The problem\n\nHard.\n\n", "problem", {"problem": "# More\n\n<b>*so*</b>"}) == (
        "## The problem\n\nHard.\n\n### More\n\n\\<b>*so*\\</b>\n"
    )


def test_a_section_that_says_nothing_but_its_note_is_headed() -> None:
    assert noted("\n", "failures", {"failures": "All of it."}) == "## What can fail\n\nAll of it.\n"
    assert noted("\n", "failures", {"problem": "a"}).strip() == ""
    assert set(HEADINGS) == set(SECTIONS)


@pytest.mark.parametrize("name", SECTIONS)
def test_that_heading_is_the_one_of_its_template(name: str) -> None:
    headings = re.findall(r"^## (.+)$", (shipped("templates") / template_of(name)).read_text("utf-8"), re.MULTILINE)
    assert headings in ([HEADINGS[name]], ["{{ heading }}"])


def test_one_note_stands_before_the_summary() -> None:
    assert noted("## Summary\n", "summary", "So *be* it.") == "## Notes\n\nSo *be* it.\n\n## Summary\n"
    assert noted("## Summary\n", "summary", "### Thanks\n\nAll.") == "## Thanks\n\nAll.\n\n## Summary\n"
    assert noted("## The problem\n", "problem", "So be it.") == "## The problem\n"


def test_notes_on_parts_stand_where_these_are_told_of() -> None:
    assert noted("## The design\n", "solution") == (
        "## The design\n\n### More on Front\n\nIn front.\n\n### More on A\\*pp\n\n#### Why\n\nIt *matters*.\n"
    )
    assert noted("## The data\n", "data") == "## The data\n\n### More on Row\n\n![All](c.svg)\n"


def test_an_image_that_is_no_figure_of_the_design_is_told_of() -> None:
    known = design({"problem": "![](https://example.org/a.png)"})
    assert list(unshown(link(known), ["components"])) == [
        'the notes on problem show "https://example.org/a.png", which is left as its description: '
        "no figure has that name; known: components"
    ]
    assert [line.partition(",")[0] for line in unshown(link(known), [])][1] == 'the notes on Row show "components"'


def test_a_link_of_a_note_that_is_shown_as_text_is_told() -> None:
    architecture = link(Design("D", [Service("API")], notes={"problem": "[a](javascript:f) and [b](https://example.org)"}))
    assert list(unshown(architecture, [])) == [
        'the notes on problem lead to "javascript:f", which is shown as text: notes lead to the web and to mail'
    ]
