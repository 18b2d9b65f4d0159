"""The hand-written pages of the site, with the figures that lie beside them."""

from collections.abc import Iterator
from pathlib import Path

from archgen.documents.html import fragment
from archgen.model.dossier import Figure
from archgen.model.page import Guide, guide_figure_links


def guides(folder: Path) -> Iterator[Guide]:
    """Each page of a folder, typeset; figures that it shows are files in `figures/`."""
    drawn = {path.stem: path for path in sorted((folder / "figures").glob("*.svg"))}
    for path in sorted(folder.glob("*.md")):
        text = path.read_text("utf-8")
        named = {name: file for name, file in drawn.items() if f"](figures/{name}.svg)" in text}
        shown = [Figure(name, "", "", file.read_text("utf-8")) for name, file in named.items()]
        links = guide_figure_links(path.stem, shown)
        for name, link in links.items():
            text = text.replace(f"](figures/{name}.svg)", f"]({link})")
        yield Guide(path.stem, fragment(text, {links[one.name]: one.svg for one in shown}), tuple(shown))
