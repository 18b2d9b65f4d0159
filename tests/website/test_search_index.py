import json
from collections.abc import Sequence

from archgen.model.page import Page, Place
from archgen.website.search_index import search_index


def rows(*pages: Page) -> Sequence[Sequence[str]]:
    """What the script holds."""
    text = search_index(pages).decode()
    found: Sequence[Sequence[str]] = json.loads(text.removeprefix("window.archgenIndex = ").removesuffix(";\n"))
    return found


def test_the_index_is_a_script_that_holds_every_page() -> None:
    page = Page("rules/a.html", "a </script>", "", "rules", "It “waits”.", "RT001")
    assert rows(page) == [["a </script>", "rules/a.html", "Rules", "RT001", "It “waits”."]]


def test_a_place_of_a_page_is_found_by_itself() -> None:
    page = Page(
        "problems/index.html", "Problems", "", "problems", places=[Place("chat", "Chat: WhatsApp", "People write.", "im")]
    )
    assert rows(page)[1] == ["Chat: WhatsApp", "problems/index.html#chat", "Problems", "", "People write.", "im"]


def test_a_heading_is_found_with_the_page_that_it_stands_on() -> None:
    page = Page("guide/a.html", "A", '<h2 id="b">B</h2><p>It is <code>c</code> &amp; d1.</p>', "guide")
    assert rows(page)[1] == ["B", "guide/a.html#b", "Guide", "", "It is c & d1.", "", "A"]


def test_a_word_of_the_language_is_a_sort_of_its_own() -> None:
    html = '<h2 id="cache">cache</h2><p>Copies.</p><code>ttl</code>'
    page, index = (Page(f"guide/language{path}.html", "Components", html, "guide") for path in ("/components", ""))
    assert [row[:2] for row in rows(page, index)[1:]] == [
        ["cache", "guide/language/components.html#cache"],
        ["Components", "guide/language.html"],
    ]
    assert rows(page)[1][2:] == ["Language", "", "Copies.", "ttl", "Components"]


def test_a_long_first_sentence_is_cut_between_words() -> None:
    lead = rows(Page("a.html", "A", "", "guide", "word " * 100))[0][4]
    assert lead.endswith("word…")
    assert len(lead) <= 160
