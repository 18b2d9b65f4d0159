"""A plugin for MkDocs: fenced blocks that ask for a figure of a design become that figure.

plugins:
  - search
  - archgen
"""

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.plugins import BasePlugin

from archgen.embedding.drawing import Drawer
from archgen.embedding.figure_html import SHEET, style_sheet
from archgen.embedding.mkdocs_page import FOLDER, Manner, PageFigures
from archgen.pipeline.asked import FILE, INLINE
from archgen.pipeline.fences import fences

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

# Themes whose pages are light, whatever their readers prefer.
LIGHT_THEMES: Final = ("readthedocs",)
# What stands for a figure while the page is typeset: a paragraph of one word, and then an element that searches find empty.
TOKEN: Final = "archgenfigure{:04d}"
PARAGRAPH: Final = re.compile(r"(?:<p>\s*)?archgenfigure(\d{4,})(?:\s*</p>)?")
ELEMENT: Final = re.compile(r'<div data-archgen-figure="?(\d+)"?></div>')


class Options(Config):  # type: ignore[no-untyped-call]
    """What mkdocs.yml may say of the plugin."""

    theme = config_options.Optional(config_options.Type(str))
    figures = config_options.Choice((INLINE, FILE), default=INLINE)
    execute = config_options.Type(bool, default=True)
    cache_dir = config_options.Type(str, default=".archgen_cache")


class ArchgenPlugin(BasePlugin[Options]):  # type: ignore[no-untyped-call]
    """Draws the figures of all pages."""

    def __init__(self) -> None:
        self._drawer = Drawer()
        self._manner = Manner(Path())
        self._server: LiveReloadServer | None = None
        self._watched: set[str] = set()
        self._read: set[str] = set()
        self._made: dict[str, str] = {}
        self._shown: dict[str, list[str]] = {}

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Live as long as MkDocs serves: what was drawn is not drawn again."""

    def on_config(self, config: "MkDocsConfig") -> "MkDocsConfig":
        """Find out where paths start, and add the style sheet to every page."""
        root = Path(config.config_file_path or ".").resolve().parent
        light = "light" if config.theme.name in LIGHT_THEMES else None
        self._manner = Manner(root, self.config.theme or light, self.config.figures)
        self._drawer.set_up(execute=self.config.execute, cache=root / self.config.cache_dir)
        self._read, self._made, self._shown = set(), {}, {}
        sheet = f"{FOLDER}/{SHEET}"
        if sheet not in config.extra_css:
            config.extra_css.append(sheet)
        return config

    def on_page_markdown(self, markdown: str, page: "Page", config: "MkDocsConfig", files: "Files") -> str:
        """Draw the figures, and put a word in the place of each."""
        lines, figures = markdown.split("\n"), PageFigures(self._drawer, self._manner, page, files)
        found = list(fences(lines))
        self._shown[page.file.src_uri] = [figures.html(fence) for fence in found]
        for number, fence in reversed(list(enumerate(found))):
            lines[fence.start : fence.end] = [fence.margin.rstrip(), fence.margin + TOKEN.format(number), fence.margin.rstrip()]
        self._read |= figures.read
        self._made |= figures.made
        return "\n".join(lines)

    def on_page_content(self, html: str, page: "Page", config: "MkDocsConfig", files: "Files") -> str:
        """Let the search find no word where a figure is to be."""
        return PARAGRAPH.sub(lambda word: f'<div data-archgen-figure="{int(word[1])}"></div>', html)

    def on_post_page(self, output: str, page: "Page", config: "MkDocsConfig") -> str:
        """Put the figures in their places."""
        shown = self._shown.get(page.file.src_uri, [])
        return ELEMENT.sub(lambda place: shown[int(place[1])] if int(place[1]) < len(shown) else place[0], output)

    def on_post_build(self, config: "MkDocsConfig") -> None:
        """Write what pages read beside themselves, and watch what they were drawn from."""
        folder = Path(config.site_dir) / FOLDER
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in {SHEET: style_sheet(), **self._made}.items():
            (folder / name).write_text(text, "utf-8")
        self._watch(config)

    def on_serve(self, server: "LiveReloadServer", config: "MkDocsConfig", builder: Any) -> "LiveReloadServer":
        """Build anew when a design changes."""
        self._server = server
        self._watch(config)
        return server

    def _watch(self, config: "MkDocsConfig") -> None:
        """MkDocs watches its pages by itself. What is not there yet is noticed by its folder."""
        for path in sorted(self._read) if self._server else ():
            place = Path(path) if Path(path).is_file() else Path(path).parent
            if str(place) not in self._watched and place.exists() and not place.is_relative_to(config.docs_dir):
                self._watched.add(str(place))
                self._server.watch(str(place), recursive=False)  # type: ignore[union-attr]  # there is one
