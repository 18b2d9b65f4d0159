"""A team's own pages: a folder of Markdown, each file a page, and what lies beside it that pages show or lead to."""

import re
from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import quote, unquote, urlsplit

from archgen.documents.escaping import one_line
from archgen.errors import ConfigurationError, Fault, Position, SpecError, suggestion
from archgen.loading.text_file import MAX_BYTES, read_bytes, read_text
from archgen.model.dossier import Figure
from archgen.model.page import guide_slug
from archgen.model.source_path import SourcePath
from archgen.pipeline.page_figures import DRAWN, Draws, PageFigure, drawn_in
from archgen.website.addresses import relative
from archgen.website.sentences import first_sentence

if TYPE_CHECKING:
    from archgen.model.own_page import OwnPage

SECTION: Final = "pages"
HOME: Final = "index.md"
SUFFIX: Final = ".md"
KEYS: Final = ("title", "description")
FRONT: Final = re.compile(r"\A---[ \t]*\n(.*?)^---[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
OPEN: Final = re.compile(rf"\A---[ \t]*\n(?:{'|'.join(KEYS)})[ \t]*:")
FACES: Final = re.compile(r'@font-face\{font-family:"archgen Inter"[^}]*\}\n?')
NOTHING_SAID: Final = Draws()
OURS: Final = re.compile(rb'<svg xmlns="http://www\.w3\.org/2000/svg" class="figure-')


def page_files(named: SourcePath) -> Sequence[Path]:
    """The pages of a folder, in the order of their paths. Raises ConfigurationError where it is none, or has none."""
    folder = Path(named.path)
    if not folder.is_dir():
        what = "is no folder" if folder.exists() else "there is no such folder"
        raise ConfigurationError([Fault(f'pages: "{named.written}": {what}', named.place)])
    found = sorted(path for path in folder.rglob(f"*{SUFFIX}") if not _hidden(path.relative_to(folder)))
    if not found:
        raise ConfigurationError(
            [Fault(f'pages: "{named.written}": the folder holds no page: no file that ends in .md', named.place)]
        )
    return found


def page_path(file: Path, folder: Path) -> str:
    """Where a page stands in the site; the first one of all is its home.

    >>> page_path(Path("docs/ops/20-on-call.md"), Path("docs")), page_path(Path("docs/index.md"), Path("docs"))
    ('pages/ops/on-call.html', 'index.html')
    """
    within = file.relative_to(folder)
    if within == Path(HOME):
        return "index.html"
    return (Path(SECTION) / within.with_name(f"{guide_slug(within.stem)}.html")).as_posix()


def own_page(file: Path, folder: Path, draws: Draws = NOTHING_SAID) -> "OwnPage":
    """Read a page of a folder, and draw what it asks for. Raises SpecError with all that is wrong with it, each with its line."""
    from archgen.documents.own_page import shown_as_text, typeset_page
    from archgen.model.own_page import OwnPage

    text = read_text(str(file))
    said, body = _front(text, str(file))
    drawn = drawn_in(body, file, text[: len(text) - len(body)].count("\n") + 1, draws)
    reader = _Links(file, folder, drawn.figures)
    typeset = typeset_page(drawn.body, reader.svgs(drawn.body), lambda link, line: reader.lead(link, drawn.lines[line - 1]))
    reader.faults += drawn.faults
    for link, line in shown_as_text(drawn.body):
        place = Position(str(file), drawn.lines[line - 1])
        why = "pages lead to the web, to mail and to their site, and show no images from elsewhere"
        draws.means.note(f'{place}: "{one_line(link)}" is shown as text: {why}')
    title = said.get("title") or typeset.title
    if not title:
        reader.faults.append(Fault('the page has no title; begin it with a heading, such as "# On call"', Position(str(file), 1)))
    if reader.faults:
        raise SpecError(sorted(reader.faults, key=lambda fault: (fault.position and fault.position.line) or 0))
    html = typeset.html if typeset.title else f"<h1>{escape(title)}</h1>\n{typeset.html}"
    lead = said.get("description") or first_sentence(html)
    return OwnPage(page_path(file, folder), title, html, lead, reader.figures, reader.files, reader.lines)


class _Links:
    """Where the links of one page lead in the site, and the files that they take there."""

    def __init__(self, file: Path, folder: Path, drawn: Mapping[str, PageFigure]) -> None:
        self.file, self.folder, self.path, self.drawn = file, folder, page_path(file, folder), drawn
        self.faults: list[Fault] = []
        self.files: dict[str, str] = {}
        self.lines: dict[str, int] = {}
        self.figures: dict[str, Figure] = {}
        self.figured: dict[str, str] = {}

    def svgs(self, body: str) -> Mapping[str, str]:
        """Those figures of archgen's that the page shows, by the links that they get: found before the page is set."""
        from archgen.documents.own_page import links_of

        for link, one in self.drawn.items():
            to = self._drawn_path(link)
            self.figures[to] = one.figure
            if one.inline:
                self.figured[relative(self.path, to)] = one.figure.svg
        for link, _ in links_of(body):
            place = self._place(link)
            if place and place.suffix == ".svg" and place.is_file() and OURS.search(read_bytes(str(place))[:400]):
                to = self._site_path(place)
                # The page has the typeface once for all, and the file of the figure gets it again.
                svg = FACES.sub("", read_text(str(place)))
                self.figures[to] = Figure(place.stem, "", "", svg)
                self.figured[relative(self.path, to)] = svg
        return self.figured

    def lead(self, link: str, line: int) -> str:
        """The link as it is written in the site; what leads nowhere is a fault, or is found to be one in the whole site."""
        written = self._written(link, line)
        self.lines.setdefault(written, line)
        return written

    def _written(self, link: str, line: int) -> str:
        parts = urlsplit(link)
        if link in self.drawn:
            return quote(relative(self.path, self._drawn_path(link)))
        if parts.scheme or parts.netloc or not parts.path:
            return link
        behind = f"#{parts.fragment}" if parts.fragment else ""
        if parts.path.startswith("/"):
            return relative(self.path, parts.path[1:] + behind)
        place = self._place(link)
        if place is None or not place.is_file():
            why = f"leads out of {self.folder.as_posix()}" if place is None else "leads to no file"
            self.faults.append(Fault(f'"{link}" {why}{self._like(parts.path)}', Position(str(self.file), line)))
            return link
        if place.suffix == SUFFIX:
            return relative(self.path, page_path(place, self.folder.resolve()) + behind)
        to = self._site_path(place)
        if to not in self.figures:
            self.files[to] = place.as_posix()
            if place.stat().st_size > MAX_BYTES:
                size = f"is larger than {MAX_BYTES // 1_000_000} MB"
                self.faults.append(Fault(f'"{link}" {size}; put it elsewhere, and lead there', Position(str(self.file), line)))
        return quote(relative(self.path, to)) + behind

    def _drawn_path(self, link: str) -> str:
        """Where the file of a figure stands that was drawn for the page: in a folder of the page's own."""
        of = Path(self.path).with_suffix("") if self.path != "index.html" else Path(SECTION, "index")
        return (of / f"{link.removeprefix(DRAWN)}.svg").as_posix()

    def _place(self, link: str) -> Path | None:
        """The file that a link means; None where that is none of the folder."""
        parts = urlsplit(link)
        if parts.scheme or parts.netloc or not parts.path or parts.path.startswith("/"):
            return None
        place = (self.file.parent / unquote(parts.path)).resolve()
        return place if place.is_relative_to(self.folder.resolve()) else None

    def _site_path(self, place: Path) -> str:
        return (Path(SECTION) / place.relative_to(self.folder.resolve())).as_posix()

    def _like(self, path: str) -> str:
        near = [file.name for file in self.file.parent.glob("*")] if "/" not in path else []
        offer = suggestion(path, near)
        return offer if offer.startswith("; did") else ""


def _hidden(within: Path) -> bool:
    return any(part.startswith((".", "_")) for part in within.parts)


def _front(text: str, path: str) -> tuple[Mapping[str, str], str]:
    """What a page says of itself between two lines of dashes, and the page behind that. Raises SpecError."""
    found = FRONT.match(text)
    if found is None:
        if OPEN.match(text):
            raise SpecError([Fault("what the page says of itself has no end; write a line of --- behind it", Position(path, 1))])
        return {}, text
    from archgen.importers.yaml_text.nodes import parse
    from archgen.model.positioned import Reading

    reading = Reading()
    said: dict[str, str] = {}
    inner = found[1].strip() and parse("\n" + found[1], path, reading)
    for key, node in (reading.mapping(inner, "what a page says of itself") or {}).items() if inner else ():
        if key not in KEYS:
            reading.refuse(f'a page has no "{key}"{suggestion(key, KEYS)}', node.position)
        else:
            said[key] = (reading.text(node, key) or "").strip()
    if reading.faults:
        raise SpecError(reading.faults)
    return said, text[found.end() :]
