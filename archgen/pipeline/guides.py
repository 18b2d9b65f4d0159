"""The hand-written pages of the site, with the figures that lie beside them."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from archgen.documents.html import fragment
from archgen.model.dossier import Figure
from archgen.model.page import Guide, guide_figure_links
from archgen.pipeline.own_pages import FACES


def guide_files(folder: Path) -> Sequence[Path]:
    """The pages of a folder, in their order."""
    return sorted(folder.glob("*.md"))


def guide(path: Path) -> Guide:
    """A page, typeset; figures that it shows are files in `figures/` beside it. The page brings their typeface, once for all."""
    text = path.read_text("utf-8")
    drawn = {file.stem: file for file in sorted((path.parent / "figures").glob("*.svg"))}
    named = {name: file for name, file in drawn.items() if f"](figures/{name}.svg)" in text}
    shown = [Figure(name, "", "", FACES.sub("", file.read_text("utf-8"))) for name, file in named.items()]
    links = guide_figure_links(path.stem, shown)
    for name, link in links.items():
        text = text.replace(f"](figures/{name}.svg)", f"]({link})")
    return Guide(path.stem, fragment(text, {links[one.name]: one.svg for one in shown}), tuple(shown))


def guides(folder: Path) -> Iterator[Guide]:
    """Each page of a folder."""
    return map(guide, guide_files(folder))
