"""Drawing for pages: each figure once, as long as nothing that it is read from changes."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from archgen.errors import ArchgenError
from archgen.pipeline.asked import FILE, INLINE
from archgen.pipeline.embedded import Embedded, Wanted, embedded, files_of
from archgen.pipeline.means import ORDINARY, Means

PDF: Final = "pdf"


class Drawer:
    """Draws figures for the pages of one build after another."""

    def __init__(self) -> None:
        self._execute, self._means = True, ORDINARY
        self._drawn: dict[tuple[Path, Wanted, str], tuple[Mapping[str, object], Embedded]] = {}

    def set_up(self, *, execute: bool = True, cache: Path | None = None) -> None:
        """Say whether designs in Python may be run, and which folder keeps pictures, if any does."""
        from archgen.pipeline.picture_cache import PictureCache

        self._execute, self._means = execute, Means(pictures=PictureCache(cache) if cache else None)

    def figure(self, wanted: Wanted, *, form: str = INLINE) -> Embedded:
        """The figure: for a page, as a file of its own that brings its typeface, or as PDF. Raises Undrawn."""
        key = (Path(wanted.spec).resolve(), wanted, form)
        before = self._drawn.get(key)
        if before and before[0] == stamps(before[1].files):
            return before[1]
        forms, typeface = [PDF] if form == PDF else [], form == FILE
        try:
            made = embedded(wanted, execute=self._execute, means=self._means, forms=forms, typeface=typeface)
        except ArchgenError as problem:
            raise Undrawn(str(problem), files_of(wanted)) from problem
        except Exception as problem:
            message = f"{wanted.spec}: this is a fault of archgen: {type(problem).__name__}: {problem}"
            raise Undrawn(message, files_of(wanted)) from problem
        self._drawn[key] = (stamps(made.files), made)
        return made


class Undrawn(ArchgenError):
    """A figure cannot be drawn, and is to be tried again when one of `files` is another."""

    def __init__(self, message: str, files: Sequence[str]) -> None:
        super().__init__(message)
        self.files = files


def stamps(files: Sequence[str]) -> Mapping[str, object]:
    """What tells whether any of the files has changed."""
    from archgen.loading.watched import stamp

    return {path: stamp(path) for path in files}
