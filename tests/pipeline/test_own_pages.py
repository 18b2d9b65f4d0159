"""A team's own pages: found in a folder, called by what they say, with links that hold in the site."""

from pathlib import Path

import pytest

from archgen.errors import ConfigurationError, Position, SpecError
from archgen.model.dossier import Figure
from archgen.model.source_path import SourcePath
from archgen.pipeline.documenting import standalone
from archgen.pipeline.means import Means
from archgen.pipeline.own_pages import own_page, page_files, page_path
from archgen.pipeline.page_figures import Draws

FIGURE = '<svg xmlns="http://www.w3.org/2000/svg" class="figure-shop-1" viewBox="0 0 1 1"></svg>\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in {
        "index.md": "# Our systems\n\nAll of them. And more.\n\n[On call](ops/20-on-call.md#now)\n",
        "ops/20-on-call.md": "---\ntitle: On call\ndescription: Who is woken.\n---\n\nSee [home](../index.md) and [us](https://example.org).\n",
        "ops/plan.pdf": "%PDF-",
        "figures/shop.svg": FIGURE,
        "_draft.md": "no",
        ".git/x.md": "no",
    }.items():  # fmt: skip
        (tmp_path / "pages" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "pages" / name).write_text(text, "utf-8")
    return tmp_path / "pages"


def named(folder: Path) -> SourcePath:
    return SourcePath("pages/", str(folder), Position("archgen.toml", 2, 9))


def test_every_file_of_the_folder_is_a_page_but_for_what_is_hidden(folder: Path) -> None:
    assert [page_path(file, folder) for file in page_files(named(folder))] == ["index.html", "pages/ops/on-call.html"]


def test_a_page_is_called_by_its_heading_or_by_what_it_says_of_itself(folder: Path) -> None:
    home = own_page(folder / "index.md", folder)
    assert (home.path, home.title, home.lead) == ("index.html", "Our systems", "All of them.")
    assert '<a href="pages/ops/on-call.html#now">' in home.html
    page = own_page(folder / "ops" / "20-on-call.md", folder)
    assert (page.path, page.title, page.lead) == ("pages/ops/on-call.html", "On call", "Who is woken.")
    assert page.html.startswith("<h1>On call</h1>\n")
    assert '<a href="../../index.html">home</a> and <a href="https://example.org">us</a>' in page.html


def test_what_lies_beside_a_page_goes_where_the_page_goes(folder: Path) -> None:
    page = folder / "ops" / "shown.md"
    text = "# Shown\n\n![Our shop](../figures/shop.svg)\n*The shop*\n\n[plan](plan.pdf), [a design](/designs/shop.html#parts)\n"
    page.write_text(text, "utf-8")
    made = own_page(page, folder)
    assert made.files == {"pages/ops/plan.pdf": (folder / "ops" / "plan.pdf").resolve().as_posix()}
    assert {path: figure.svg for path, figure in made.figures.items()} == {"pages/figures/shop.svg": FIGURE}
    assert 'class="figure-shop-1"' in made.html
    assert '<a href="plan.pdf">plan</a>, <a href="../../designs/shop.html#parts">' in made.html


def test_a_figure_in_a_page_leaves_its_typeface_to_the_page(folder: Path) -> None:
    whole = standalone(Figure("shop", "", "", FIGURE.replace("></svg>", "><style></style></svg>")))
    (folder / "figures" / "shop.svg").write_text(whole)
    (folder / "shown.md").write_text("# Shown\n\n![Our shop](figures/shop.svg)\n", "utf-8")
    html = own_page(folder / "shown.md", folder).html
    assert ("@font-face" in whole, "@font-face" in html, 'class="figure-shop-1"' in html) == (True, False, True)


def test_a_drawing_of_another_tool_is_an_image(folder: Path) -> None:
    (folder / "figures" / "shop.svg").write_text("<svg><script>alert(1)</script></svg>")
    (folder / "shown.md").write_text("# Shown\n\n![Our shop](figures/shop.svg)\n", "utf-8")
    made = own_page(folder / "shown.md", folder)
    assert (list(made.files), made.figures) == (["pages/figures/shop.svg"], {})
    assert '<img src="figures/shop.svg" alt="Our shop"' in made.html


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("no heading\n", ':1: the page has no title; begin it with a heading, such as "# On call"'),
        ("---\ntitel: A\n---\n# A\n", ':2:8: a page has no "titel"; did you mean "title"?'),
        ("---\ntitle: A\n# A\n", ":1: what the page says of itself has no end; write a line of --- behind it"),
        ("---\ntitle: [A]\n---\n# A\n", ":2:8: title is a text, not a list"),
        ("# A\n\n[x](on-call.md)\n", ':3: "on-call.md" leads to no file; did you mean "20-on-call.md"?'),
        ("---\ntitle: A\n---\n\ntext\n[x](../../secret.md)\n", ':5: "../../secret.md" leads out of '),
    ],
)
def test_what_is_wrong_with_a_page_is_said_with_its_line(folder: Path, text: str, message: str) -> None:
    page = folder / "ops" / "a.md"
    page.write_text(text, "utf-8")
    (folder.parent / "secret.md").write_text("# Secret\n", "utf-8")
    with pytest.raises(SpecError) as raised:
        own_page(page, folder)
    assert f"{page}{message}" in str(raised.value)


def test_what_would_run_or_be_fetched_does_neither_and_that_is_told(folder: Path) -> None:
    page = folder / "a.md"
    page.write_text(
        "# A <script>\n\n[x](javascript:alert(1)) ![y](https://example.org/y.png) <img src=x onerror=alert(1)>\n", "utf-8"
    )
    notes: list[str] = []
    html = own_page(page, folder, Draws(Means(note=notes.append))).html
    assert ("<script" in html, '<a href="java' in html, "<img" in html) == (False, False, False)
    assert [note.partition(" is shown as text")[0] for note in notes] == [
        f'{page}:3: "javascript:alert(1)"', f'{page}:3: "https://example.org/y.png"',
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "message"), [("none", "there is no such folder"), ("a.md", "is no folder"), ("empty", "holds no page")]
)
def test_a_folder_that_holds_none_is_refused_where_it_is_named(tmp_path: Path, name: str, message: str) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "a.md").write_text("# A\n")
    with pytest.raises(ConfigurationError, match=rf'archgen\.toml:2:9: pages: "pages/": .*{message}'):
        page_files(named(tmp_path / name))
