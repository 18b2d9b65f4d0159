from archgen.documents.html import fragment
from tests.documents.markup import Markup


def anchors(markdown: str) -> list[str]:
    return [value for name, value in Markup(fragment(markdown)).attributes if name == "id"]


def test_a_heading_has_an_anchor_made_of_its_text() -> None:
    assert anchors("## The *path* of `a_message`") == ["the-path-of-a_message"]


def test_equal_headings_have_anchors_of_their_own() -> None:
    assert anchors("## A\n\n## A\n\n### A") == ["a", "a-2", "a-3"]


def test_a_heading_without_letters_has_an_anchor_too() -> None:
    assert anchors("## ?") == ["section"]


def test_a_heading_leads_to_itself() -> None:
    assert 'href="#why"' in fragment("## Why")
