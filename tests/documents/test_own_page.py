"""Pages that a team writes are set with links as the site needs them, each told with its line."""

from archgen.documents.own_page import links_of, shown_as_text, typeset_page

PAGE = "# A *page*\n\n[x](a.md) and\n![y](b.png)\n\n| c |\n|--|\n| [z](c.md) |\n\n`[no](d.md)`\n"


def test_every_link_and_image_is_told_with_the_line_of_its_paragraph() -> None:
    assert list(links_of(PAGE)) == [("a.md", 3), ("b.png", 3), ("c.md", 8)]


def test_links_are_written_as_they_are_led() -> None:
    made = typeset_page(PAGE, {}, lambda link, line: f"{line}-{link}")
    assert made.title == "A page"
    assert ['href="3-a.md"' in made.html, 'src="3-b.png"' in made.html, "[no](d.md)" in made.html] == [True] * 3


def test_a_figure_stands_in_the_page() -> None:
    made = typeset_page("![y](b.svg)\n", {"b.svg": "<svg class='f'></svg>"}, lambda link, line: link)
    assert '<figure class="figure"' in made.html
    assert (made.title, "<svg class='f'>" in made.html) == ("", True)


def test_what_is_shown_as_text_is_told_with_its_line() -> None:
    page = "[a](a.md) [b](https://example.org)\n\n[c](javascript:f) [d](mailto:x@y.z)\n\n![e](https://example.org/e.png)\n\n![f](f.png)"
    assert list(shown_as_text(page)) == [("javascript:f", 3), ("https://example.org/e.png", 5)]
