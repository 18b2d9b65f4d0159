"""Figures as they stand in pages."""

from pathlib import Path

from archgen.embedding.figure_html import fault, file_name, framed, image, in_the_page, style_sheet
from archgen.pipeline.asked import asked
from archgen.pipeline.embedded import Embedded, Wanted, alt_of, embedded
from tests.embedding.designs import shop

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" class="figure-a-1"><title id="figure-a-1-title">A</title>'
    '<style>[data-theme="dark"] .figure-a-1{fill:red}</style></svg>\n'
)
FIGURE = Embedded("components", 'A <"b">', "A has 2 components. And so on.", False, SVG, (), {}, 80.4, 60.0)


def test_two_of_one_figure_on_a_page_have_ids_of_their_own_and_follow_the_page() -> None:
    taken: set[str] = set()
    first, second = in_the_page(SVG, taken), in_the_page(SVG, taken)
    assert first.count("figure-a-1") == second.count("figure-a-1-2") == 3
    assert (
        ':is([data-theme="dark"],[data-md-color-scheme="slate"],[data-bs-theme="dark"],[data-color-mode="dark"]) .figure-a-1{'
        in first
    )


def test_an_image_says_what_it_shows_and_keeps_its_place() -> None:
    shown = image(FIGURE, "a.svg")
    assert shown == '<img src="a.svg" alt="A &lt;&quot;b&quot;&gt;. A has 2 components." width="80" height="60" loading="lazy" />'
    assert alt_of(embedded_with("Our shop")) == "Our shop"


def embedded_with(alt: str) -> Embedded:
    return Embedded("components", alt, "A has 2 components. And so on.", True, SVG, (), {}, 80, 60)


def test_a_caption_and_a_link_are_text() -> None:
    wanted = asked("a.yaml", {"caption": "<b>", "link": 'x"y'})
    assert (
        framed("I", wanted)
        == '<figure class="archgen-figure">\n<a href="x&quot;y">I</a>\n<figcaption>&lt;b&gt;</figcaption>\n</figure>'
    )
    assert "<script>" not in fault("<script>")
    assert "@font-face" in style_sheet()


def test_a_file_is_called_by_what_is_in_it() -> None:
    assert file_name("a", "view-x") == file_name("a", "view-x") != file_name("b", "view-x")


def test_what_a_page_says_of_a_figure_is_in_the_figure_too(tmp_path: Path) -> None:
    made = embedded(Wanted(str(shop(tmp_path)), alt='Our "shop" <1>'))
    assert "Our &quot;shop&quot; &lt;1&gt;</title>" in made.svg or 'Our "shop" &lt;1&gt;</title>' in made.svg
