"""Figures that a team's page asks for by fenced blocks: each drawn, with an image in the place of its block."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from archgen.configuring.places import relative
from archgen.errors import ArchgenError, ConfigurationError, Fault, Position, SpecError
from archgen.model.dossier import Figure
from archgen.pipeline.asked import INLINE, Asked, WrongOption, asked
from archgen.pipeline.fences import SPEC, Fence, fences
from archgen.pipeline.means import ORDINARY, Means
from archgen.values import dataclass

if TYPE_CHECKING:
    from archgen.pipeline.embedded import Embedded

# How links to figures begin that are drawn for a page; no other link does, as such a file would be hidden.
DRAWN: Final = "_drawn/"
MARKS: Final = str.maketrans({mark: f"\\{mark}" for mark in "\\`*_[]<>&!"})


@dataclass(frozen=True)
class Draws:
    """How figures of pages are drawn. `root` is the folder that paths start from which begin with a slash."""

    means: Means = ORDINARY
    root: Path = Path()
    execute: bool = True


@dataclass(frozen=True)
class PageFigure:
    """A figure of a page; one that is not `inline` is an image that is read from a file."""

    figure: Figure
    inline: bool


@dataclass(frozen=True)
class DrawnIn:
    """A page with images in the place of blocks. `lines` are the lines of its file that each of its lines stands for."""

    body: str
    lines: Sequence[int]
    figures: Mapping[str, PageFigure]
    faults: Sequence[Fault]


def drawn_in(body: str, file: Path, first: int, draws: Draws) -> DrawnIn:
    """Draw what the blocks of a page ask for; `first` is the line of the file, from 1, that the body begins with."""
    written, drawing = body.split("\n"), _Drawing(file, first, draws)
    lines: list[tuple[str, int]] = []
    done = 0
    for fence in fences(written):
        lines += [(text, number + first) for number, text in enumerate(written[done : fence.start], done)]
        lines += [(f"{fence.margin}{text}".rstrip(), fence.start + first) for text in drawing.shown(fence)]
        done = fence.end
    lines += [(text, number + first) for number, text in enumerate(written[done:], done)]
    return DrawnIn("\n".join(text for text, _ in lines), [number for _, number in lines], drawing.figures, drawing.faults)


def specs_of(text: str, file: Path, root: Path) -> Iterator[str]:
    """The designs that the blocks of a page name."""
    for fence in fences(text.split("\n")):
        try:
            spec = fence.options().get(SPEC, fence.spec)
        except WrongOption:
            continue
        if spec:
            yield _path(spec, file, root)


class _Drawing:
    """The figures of one page, by their links, and what is wrong with others."""

    def __init__(self, file: Path, first: int, draws: Draws) -> None:
        self.file, self.first, self.draws = file, first, draws
        self.figures: dict[str, PageFigure] = {}
        self.faults: list[Fault] = []

    def shown(self, fence: Fence) -> Sequence[str]:
        """The lines that stand for a block."""
        try:
            return self._drawn(fence)
        except WrongOption as problem:
            self._refuse(str(problem), fence.line(problem.key))
        except (SpecError, ConfigurationError) as problem:
            for fault in problem.faults:
                self._refuse(f"the figure cannot be drawn: {fault}", fence.start)
        except ArchgenError as problem:
            self._refuse(f"the figure cannot be drawn: {problem}", fence.start)
        return []

    def _refuse(self, message: str, at: int) -> None:
        self.faults.append(Fault(message, Position(str(self.file), at + self.first)))

    def _drawn(self, fence: Fence) -> Sequence[str]:
        from archgen.pipeline.embedded import alt_of, embedded

        options = dict(fence.options())
        spec = options.pop(SPEC, fence.spec)
        if not spec:
            raise WrongOption(SPEC, "the block names no design; write: ```archgen path/to/design.yaml")
        wanted = asked(_path(spec, self.file, self.draws.root), options)
        drawn = embedded(wanted.wanted, execute=self.draws.execute, means=self.draws.means, worn=True)
        link = self._link(wanted, drawn)
        inline = wanted.form == INLINE and not wanted.link
        self.figures[link] = PageFigure(Figure(link.removeprefix(DRAWN), drawn.title, drawn.description, drawn.svg), inline)
        image = f"![{_plain(alt_of(drawn))}](<{link}>)"
        caption = [f"*{_plain(wanted.caption)}*"] if wanted.caption else []
        return ["", f"[{image}](<{wanted.link}>)" if wanted.link else image, *caption, ""]

    def _link(self, wanted: Asked, drawn: "Embedded") -> str:
        """What the page calls a figure: by its design and its name, and by a number where it has several of that name."""
        name = f"{DRAWN}{Path(wanted.wanted.spec).stem.replace('_', '-')}-{drawn.name}"
        return next(link for link in _numbered(name) if link not in self.figures or self.figures[link].figure.svg == drawn.svg)


def _path(spec: str, file: Path, root: Path) -> str:
    return relative((root / spec.lstrip("/") if spec.startswith("/") else file.parent / spec).resolve())


def _numbered(name: str) -> Iterator[str]:
    yield name
    number = 2
    while True:
        yield f"{name}-{number}"
        number += 1


def _plain(text: str) -> str:
    """A text as Markdown in which no letter is a mark."""
    return " ".join(text.split()).translate(MARKS)
