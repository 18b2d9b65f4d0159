"""From the table [site] of a file to what it says of a site. It is read without the rules."""

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Final

from archgen.configuring.configuration import Said
from archgen.configuring.nearest_table import Fetch, nearest_table
from archgen.configuring.places import relative
from archgen.configuring.site_settings import TITLE, SiteSettings, Whole
from archgen.configuring.tables import Tables, origin, written
from archgen.dsl.waiver import dated
from archgen.errors import ConfigurationError, Fault, suggestion
from archgen.model.catalogue import FAMILIES, Shelf
from archgen.model.positioned import Node
from archgen.model.source_path import SourcePath

# Keys of what is known to other commands too.
LIBRARY: Final = ("patterns", "trees")
KEYS: Final = (
    "title",
    "description",
    "updated",
    "hero",
    "logo",
    "specs",
    "patterns",
    "trees",
    "problems",
    "pages",
    "library",
    "output",
)
# Keys that are looked for in [site], and that other commands heed too.
ABOVE: Final = {"rules": '["rules/"]', "theme": '"print"', "base-url": '"https://example.org/docs"'}
LOGOS: Final = (".svg", ".png", ".jpg", ".jpeg", ".webp", ".gif")
ENGINE: Final = "engine"


def site_settings(folder: Path, fetch: Fetch) -> SiteSettings:
    """What the configuration nearest to a folder says of a site. Raises ConfigurationError with all that is wrong with it."""
    found = nearest_table(folder, fetch)
    if found is None:
        return SiteSettings(relative(folder))
    table, within, path = found
    return from_table(table, within, relative(path), path.parent)


def from_table(root: Node, within: str, path: str, folder: Path) -> SiteSettings:
    """What [site] below `root` says; `within` is how the file calls the root. Raises ConfigurationError."""
    reader = _Reader(f"[{within}.site]" if within else "[site]", within, folder)
    node = root.value.get("site") if isinstance(root.value, dict) else None
    found = reader.whole(node, path)
    if reader.reading.faults:
        raise ConfigurationError(sorted(reader.reading.faults, key=_order))
    return found


def library_named(root: Node, within: str, folder: Path) -> tuple[Sequence[SourcePath], Sequence[SourcePath]]:
    """The patterns and the trees that [site] below `root` names, whatever else it says. Raises ConfigurationError."""
    reader = _Reader(f"[{within}.site]" if within else "[site]", within, folder)
    node = root.value.get("site") if isinstance(root.value, dict) else None
    said = node.value if node and isinstance(node.value, dict) else {}
    patterns, trees = (reader.paths_of(said.get(key), key) for key in LIBRARY)
    if reader.reading.faults:
        raise ConfigurationError(sorted(reader.reading.faults, key=_order))
    return patterns, trees


def _order(fault: Fault) -> tuple[int, int]:
    place = fault.position
    return (place.line or 0, place.column or 0) if place else (0, 0)


class _Reader(Tables):
    """Reads [site]."""

    def __init__(self, name: str, within: str, folder: Path) -> None:
        super().__init__(Shelf("rule", ()))
        self.name, self.above, self.folder = name, f"[{within}]" if within else "the top of the file", folder

    def whole(self, node: Node | None, path: str) -> SiteSettings:
        """All that it says."""
        said = self._known(node)
        library = said.get("library")
        return SiteSettings(
            folder=relative(self.folder),
            path=path,
            title=self._told(said.get("title"), "title") or Said(TITLE),
            description=self._told(said.get("description"), "description") or Said(""),
            updated=self._day(said.get("updated")) or Said(""),
            hero=self._told(said.get("hero"), "hero") or Said(""),
            logo=self._logo(said.get("logo")),
            specs=self.paths_of(said.get("specs"), "specs"),
            patterns=self.paths_of(said.get("patterns"), "patterns"),
            trees=self.paths_of(said.get("trees"), "trees"),
            problems=self.paths_of(said.get("problems"), "problems"),
            pages=self._path(said.get("pages"), "pages", "pages/"),
            library=Said(self._library(library), origin(library.position)) if library else Said(True),
            output=self._path(said.get("output"), "output", "public/"),
        )

    def _known(self, node: Node | None) -> dict[str, Node]:
        """The entries that stand in [site]; what belongs above it is told so."""
        for key in ABOVE.keys() & (node.value.keys() if node and isinstance(node.value, dict) else ()):
            message = f'{self.name} has no "{key}": it is not for sites alone; write {key} = {ABOVE[key]} at {self.above}'
            self.reading.refuse(message, node.keys[key])  # type: ignore[union-attr]  # it has that key
        known = self.table(node, self.name, (*KEYS, *ABOVE))
        return {key: inner for key, inner in known.items() if key in KEYS}

    def _told(self, node: Node | None, key: str) -> Said[str] | None:
        """A text of one line."""
        text = self.text(node, key, '"Systems of our shop"')
        return Said(" ".join(text.split()), origin(node.position)) if node and text else None

    def _day(self, node: Node | None) -> Said[str] | None:
        """A day, as a text or as TOML has days."""
        given: object = node.value if node else None
        if node and isinstance(given, date) and not isinstance(given, datetime):
            return Said(given.isoformat(), origin(node.position))
        text = self.text(node, "updated", '"2027-01-31"')
        day = self.checked(lambda: dated(text), f'updated = "{text}": ', node.position) if node and text else None
        return Said(day, origin(node.position)) if node and day else None

    def paths_of(self, node: Node | None, key: str) -> tuple[SourcePath, ...]:
        """The paths of a key."""
        such_as = '["designs/**/*.yaml"]' if key == "specs" else f'["{key}/"]'
        of = "files, or patterns of their paths" if key == "specs" else "files and folders"
        one = "designs/**/*.yaml" if key == "specs" else f"{key}/"
        found = (self._path(entry, f"an entry of {key}", one) for entry in self.entries(node, key, of, such_as))
        return tuple(one for one in found if one)

    def _path(self, node: Node | None, name: str, such_as: str) -> SourcePath | None:
        text = self.text(node, name, f'"{such_as}"')
        if node is None or text is None:
            return None
        if "\0" in text:
            self.reading.refuse(f"{name} is no path: it holds a character of no width", node.position)
            return None
        return SourcePath(text, relative(self.folder / text), node.position)

    def _logo(self, node: Node | None) -> SourcePath | None:
        found = self._path(node, "logo", "logo.svg")
        if found and not found.written.lower().endswith(LOGOS):
            self.reading.refuse(f'logo: "{found.written}" is no image; give one of {", ".join(LOGOS)}', found.place)
        elif found and not Path(found.path).is_file():
            self.reading.refuse(f'logo: "{found.written}": there is no such file', found.place)
        return found

    def _library(self, node: Node) -> Whole:
        if isinstance(node.value, bool):
            return node.value
        if not isinstance(node.value, list):
            message = f'library is true, false or a list of families, such as ["caching"], not {written(node)}'
            self.reading.refuse(message, node.position)
            return True
        texts = [(self.text(entry, "an entry of library", '"caching"'), entry) for entry in node.value]
        return tuple(filter(None, (self._family(text, entry) for text, entry in texts if text)))

    def _family(self, text: str, node: Node) -> str:
        """The family of a name or a code."""
        for family in FAMILIES.values():
            if family.id != ENGINE and text.strip().casefold().replace("-", "_") in (family.id, family.code.casefold()):
                return family.id
        known: Sequence[str] = [id for id in FAMILIES if id != ENGINE]
        self.reading.refuse(f'library: there is no family "{text}"{suggestion(text, known)}', node.position)
        return ""
