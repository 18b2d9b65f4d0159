"""The figures of one page of MkDocs: each fenced block as HTML, or what is wrong with it, said with the line of the page."""

import logging
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from mkdocs.utils import get_relative_url

from archgen.configuring.places import relative
from archgen.embedding.drawing import Drawer, Undrawn
from archgen.embedding.figure_html import fault, file_name, framed, image, in_the_page
from archgen.pipeline.asked import INLINE, Asked, WrongOption, asked
from archgen.pipeline.fences import SPEC, Fence, fences
from archgen.values import dataclass

if TYPE_CHECKING:
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

# What MkDocs counts with its own warnings, so that `--strict` heeds them too.
LOG: Final = logging.getLogger("mkdocs.plugins.archgen")
FOLDER: Final = "assets/archgen"
PAGES: Final = (".md", ".markdown")


@dataclass(frozen=True)
class Manner:
    """How figures are shown where a page does not say: their theme and form. `root` is the folder of mkdocs.yml."""

    root: Path
    theme: str | None = None
    form: str = INLINE


class PageFigures:
    """Draws the figures of one page. `read` are files that they depend on, `made` those that the page needs beside it."""

    def __init__(self, drawer: Drawer, manner: Manner, page: "Page", files: "Files") -> None:
        self.drawer, self.manner, self.page, self.files = drawer, manner, page, files
        self.read: set[str] = set()
        self.made: dict[str, str] = {}
        self._taken: set[str] = set()
        self._written = _written(page)

    def html(self, fence: Fence) -> str:
        """The figure that a block asks for. What is wrong with it is a warning, and stands in its place."""
        try:
            return self._drawn(self._asked(fence))
        except WrongOption as problem:
            return self._refused(str(problem), fence, fence.line(problem.key))
        except Undrawn as problem:
            self.read.update(problem.files)
            return self._refused(str(problem), fence, fence.start)

    def _asked(self, fence: Fence) -> Asked:
        options = dict(fence.options())
        spec = options.pop(SPEC, fence.spec)
        if not spec:
            raise WrongOption(SPEC, "the block names no design; write: ```archgen path/to/design.yaml")
        folder = Path(self.page.file.abs_src_path or self.manner.root).parent
        path = (self.manner.root / spec.lstrip("/") if spec.startswith("/") else folder / spec).resolve()
        self.read.add(str(path))
        return asked(relative(path), self._linked(options), theme=self.manner.theme, form=self.manner.form)

    def _linked(self, options: Mapping[str, str]) -> Mapping[str, str]:
        """The options, with the way to another page as a browser goes it."""
        path, mark, anchor = options.get("link", "").partition("#")
        if not path.endswith(PAGES) or "://" in path:
            return options
        found = self.files.get_file_from_path(_joined(self.page.file.src_uri, path))
        if found is None:
            raise WrongOption("link", f'link: there is no page "{path}"')
        return {**options, "link": get_relative_url(found.url, self.page.url) + mark + anchor}

    def _drawn(self, wanted: Asked) -> str:
        figure = self.drawer.figure(wanted.wanted, form=wanted.form)
        self.read.update(figure.files)
        if wanted.form == INLINE:
            return framed(in_the_page(figure.svg, self._taken), wanted)
        name = file_name(figure.svg, figure.name)
        self.made[name] = figure.svg
        address = get_relative_url(f"{FOLDER}/{name}", self.page.url)
        return framed(image(figure, address), wanted, address)

    def _refused(self, message: str, fence: Fence, at: int) -> str:
        line = _line(fence, at, self._written)
        where = self.page.file.src_uri if line is None else f"{self.page.file.src_uri}:{line}"
        LOG.warning("%s: %s", where, message)
        return fault(message)


def _written(page: "Page") -> Sequence[str]:
    """The page as it stands in its file, whatever others made of it since."""
    place = page.file.abs_src_path
    try:
        return Path(place).read_text("utf-8-sig").splitlines() if place else []
    except (OSError, UnicodeDecodeError):
        return []


def _line(fence: Fence, at: int, written: Sequence[str]) -> int | None:
    """The line of the file, from 1, that a line of a block is; None where the block does not stand there as it is."""
    body = [text.strip() for text in fence.body]
    for other in fences(written):
        if other.spec == fence.spec and [text.strip() for text in other.body] == body:
            return other.start + at - fence.start + 1
    return None


def _joined(page: str, path: str) -> str:
    """A path as it is found from a page, from the folder of all pages.

    >>> _joined("guide/a.md", "../b.md")
    'b.md'
    """
    from posixpath import dirname, join, normpath

    return normpath(join(dirname(page), path))
