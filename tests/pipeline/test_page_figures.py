"""Figures that a team's page asks for by fenced blocks."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from archgen.errors import SpecError
from archgen.model.own_page import OwnPage
from archgen.pipeline.own_pages import own_page
from archgen.pipeline.page_figures import Draws, drawn_in, specs_of
from tests.embedding.designs import shop

pytestmark = pytest.mark.graphviz
Page = Callable[..., OwnPage]


def fence(*said: str) -> str:
    return "\n".join(["```archgen ../designs/shop.yaml", *said, "```", ""])


@pytest.fixture
def page(tmp_path: Path) -> Page:
    """Makes a page of a text, beside a design."""
    shop(tmp_path / "designs")
    (tmp_path / "pages").mkdir()

    def made(text: str, *, name: str = "shown.md", execute: bool = True) -> OwnPage:
        file = tmp_path / "pages" / name
        file.write_text(text, "utf-8")
        return own_page(file, file.parent, Draws(root=tmp_path, execute=execute))

    return made


def test_a_block_is_a_figure_of_the_site_with_its_caption_and_its_file(page: Page) -> None:
    block = fence("focus: api", "caption: What *is* around <it>")
    made = page(f"# Shown\n\nBefore it.\n{block}Behind it.\n")
    assert list(made.figures) == ["pages/shown/shop-around-api.svg"]
    assert '<figure class="figure" id="figure-shop-around-api" data-figure="shop-around-api">' in made.html
    assert "<figcaption>What *is* around &lt;it&gt;</figcaption>" in made.html
    assert "@font-face" not in made.figures["pages/shown/shop-around-api.svg"].svg
    assert re.findall("<p>(.*?)</p>", made.html) == ["Before it.", "Behind it."]


def test_figures_of_one_name_have_a_number_and_those_that_are_the_same_none(page: Page) -> None:
    text = "# Shown\n" + fence() + fence("one: true") + fence("alt: Ours")
    assert list(page(text).figures) == ["pages/shown/shop-components.svg", "pages/shown/shop-components-2.svg"]
    assert "pages/index/shop-components.svg" in page(text, name="index.md").figures


def test_what_is_to_be_a_file_or_to_lead_elsewhere_is_an_image(page: Page) -> None:
    made = page("# Shown\n\n" + fence("as: file") + fence("link: https://example.org/a_b", "alt: Ours"))
    assert list(made.figures) == ["pages/shown/shop-components.svg", "pages/shown/shop-components-2.svg"]
    assert '<img src="shown/shop-components.svg" alt="Shop: components. Shop has 3' in made.html
    assert '<a href="https://example.org/a_b"><img src="shown/shop-components-2.svg" alt="Ours"' in made.html
    assert "<svg" not in made.html


def test_a_path_may_start_from_the_folder_of_the_configuration_and_a_block_may_stand_in_a_list(page: Page) -> None:
    made = page("# Shown\n\n- One:\n\n  ```archgen /designs/shop.yaml\n  ```\n- Two\n")
    assert re.search(r"<li>\s*<p>One:</p>\s*<figure.*</figure>\s*</li>\s*<li>", made.html, re.DOTALL)


@pytest.mark.parametrize(
    ("said", "message"),
    [
        (("focus: api", "fokus: api"), 'shown.md:8: a figure has no option "fokus"; did you mean "focus"?'),
        (("focus: apj",), 'shown.md:6: the figure cannot be drawn: there is no component, group or kind "apj"'),
        (("link: nowhere.md",), 'shown.md:6: "nowhere.md" leads to no file'),
    ],
)
def test_what_is_wrong_with_a_block_is_told_with_its_line_behind_what_the_page_says_of_itself(
    page: Page, said: tuple[str, ...], message: str
) -> None:
    text = f"---\ntitle: Shown\n---\n\nBefore it.\n{fence(*said)}\n[x](gone.md)\n"
    with pytest.raises(SpecError) as caught:
        page(text)
    first, second = (str(fault).partition("pages/")[2] for fault in caught.value.faults)
    assert first.startswith(message)
    assert second.startswith(f'shown.md:{text[: text.index("[x]")].count(chr(10)) + 1}: "gone.md" leads to no file')


def test_what_is_wrong_with_the_design_is_told_with_its_line_and_that_of_the_block(page: Page, tmp_path: Path) -> None:
    (tmp_path / "designs" / "shop.yaml").write_text("archgen: 1\ndesign: Shop\nsumary: x\n", "utf-8")
    (tmp_path / "designs" / "odd.py").write_text("1 / 0\n", "utf-8")
    with pytest.raises(SpecError, match=r'shown.md:2: the figure cannot be drawn: .*shop.yaml:3:1: a design has no "sumary"'):
        page(f"# Shown\n{fence()}")
    with pytest.raises(SpecError, match=r"shown.md:1: the figure cannot be drawn: .*odd.py"):
        page("```archgen ../designs/odd.py\n```\n", execute=False)
    with pytest.raises(SpecError, match=r"shown.md:1: the block names no design"):
        page("```archgen\n```\n")


def test_a_page_without_blocks_is_as_it_is_and_blocks_name_their_designs(tmp_path: Path) -> None:
    text = "# Shown\n\n```python\nx\n```\n"
    drawn = drawn_in(text, tmp_path / "shown.md", 3, Draws())
    assert (drawn.body, drawn.figures, drawn.faults, list(drawn.lines)) == (text, {}, [], [3, 4, 5, 6, 7, 8])
    text = fence() + "```archgen\nspec: /a.yaml\n```\n```archgen b.yaml\nwhat\n```\n"
    assert [Path(spec).name for spec in specs_of(text, tmp_path / "pages" / "x.md", tmp_path)] == ["shop.yaml", "a.yaml"]
