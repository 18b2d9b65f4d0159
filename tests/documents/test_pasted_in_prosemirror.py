"""A newsletter pasted into ProseMirror, which editors of newsletters are made of, in a real Chromium."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.documents.hostile import dossier as hostile
from tests.documents.parcels import dossier, with_a_counted_list
from tests.documents.sent import newsletter_of

pytestmark = pytest.mark.chromium
EDITOR = (Path(__file__).parent / "prosemirror" / "editor.js").read_text("utf-8")
# What each element of a newsletter is for the editor.
BLOCKS = {
    "h1": "heading", "h2": "heading", "h3": "heading", "h4": "heading", "ul": "bullet_list", "ol": "ordered_list",
    "li": "list_item", "blockquote": "blockquote", "img": "image", "p": "paragraph",
}  # fmt: skip
COUNT = "() => [...document.querySelectorAll('body *')].map(one => one.tagName.toLowerCase())"
TEXT = "() => document.body.innerText"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(offline=True, permissions=["clipboard-read", "clipboard-write"])
    yield context.new_page()
    context.close()


def pasted(page: Page, html: str, folder: Path) -> tuple[Counter[str], str, Any]:
    """What a newsletter holds, and what the editor has of it as its own data, once it was copied and pasted."""
    (folder / "newsletter.html").write_text(html, "utf-8")
    page.goto((folder / "newsletter.html").as_uri())
    page.keyboard.press("Control+A")
    page.keyboard.press("Control+C")
    held, text = Counter(page.evaluate(COUNT)), str(page.evaluate(TEXT))
    (folder / "editor.html").write_text(
        f'<!doctype html><meta charset="utf-8"><div id="a"></div><script>{EDITOR}</script>', "utf-8"
    )
    page.goto((folder / "editor.html").as_uri())
    page.evaluate("openEditor(document.getElementById('a')); editor.focus()")
    page.keyboard.press("Control+V")
    page.wait_for_function("editor.state.doc.content.size > 2")
    return held, text, page.evaluate("editor.state.doc.toJSON()")


def nodes(document: Any) -> Iterator[Any]:
    yield document
    for inner in document.get("content", ()):
        yield from nodes(inner)


def words(text: str) -> list[str]:
    return text.split()


def test_headings_images_lists_and_quotes_are_kept(page: Page, tmp_path: Path) -> None:
    held, _, document = pasted(page, newsletter_of(with_a_counted_list()), tmp_path)
    kept = Counter(node["type"] for node in nodes(document))
    expected = Counter[str]()
    for element, count in held.items():
        expected[BLOCKS.get(element, "")] += count
    for sort in ("heading", "bullet_list", "ordered_list", "list_item", "blockquote", "image"):
        assert (sort, kept[sort]) == (sort, expected[sort])
        assert kept[sort] > 0
    levels = [node["attrs"]["level"] for node in nodes(document) if node["type"] == "heading"]
    assert levels.count(1) == 1
    assert Counter(levels) == Counter(int(element[1]) for element in held.elements() if element in ("h1", "h2", "h3", "h4"))
    assert all(node["attrs"]["src"] and node["attrs"]["alt"] for node in nodes(document) if node["type"] == "image")


def test_all_that_is_said_is_kept_in_its_order(page: Page, tmp_path: Path) -> None:
    _, text, document = pasted(page, newsletter_of(dossier()), tmp_path)
    said = " ".join(node.get("text", " ") for node in nodes(document))
    assert "".join(words(said)) == "".join(words(text))
    marks = {mark["type"] for node in nodes(document) for mark in node.get("marks", ())}
    assert {"strong", "em", "code"} <= marks


def test_hostile_texts_are_pasted_as_texts(page: Page, tmp_path: Path) -> None:
    _, text, document = pasted(page, newsletter_of(hostile()), tmp_path)
    assert page.evaluate("window.hit") is None
    said = " ".join(node.get("text", " ") for node in nodes(document))
    assert "".join(words(said)) == "".join(words(text))
    assert [mark for node in nodes(document) for mark in node.get("marks", ()) if mark["type"] == "link"] == []
