"""A site while its sources are written: built again and again, and left as it was as long as something is wrong with them."""

import os
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import Final

from archgen.configuring.site_settings import SiteSettings
from archgen.errors import ArchgenError, ConfigurationError, SpecError
from archgen.loading.watched import Stamp, Watched, stamp
from archgen.pipeline.reading import read
from archgen.pipeline.site_build import SiteBuilt, SiteOrder
from archgen.pipeline.site_specs import site_specs
from archgen.pipeline.whole_folder import MARK

HERE: Final = "archgen.toml"
# What makes the order anew, as the configuration says now.
Ordered = Callable[[], SiteOrder]
Build = Callable[[SiteOrder], SiteBuilt]


class SitePreviewing:
    """Builds into a folder. `faults` are what is wrong with the sources now, and `files` all that they are read from.

    What is in the folder, and in `cache`, is read too, and is no source.
    """

    def __init__(self, given: Sequence[str], ordered: Ordered, build: Build, folder: Path, cache: Path | None = None) -> None:
        self.given, self.ordered, self.build, self.folder = given, ordered, build, folder
        self.apart = tuple(f"{one.resolve()}{os.sep}" for one in (folder, cache) if one)
        self.faults: Sequence[str] = ()
        self.files = SiteFiles(given, SiteSettings())
        self.known: frozenset[str] = frozenset()
        self.said = ""

    def look(self) -> None:
        """Read everything, and build if all of it can be read."""
        self.files = SiteFiles(self.given, SiteSettings(), known=self.known)
        try:
            order = self.ordered()
            # What changes while it is built was another when it was read, or will be read again.
            self.files = SiteFiles(self.given, order.settings, order.specs, self.known)
            built = self.build(order)
        except ArchgenError as problem:
            self.faults = _told(problem)
            self._learn()
        except Exception as problem:
            self.faults = [f"this is a fault of archgen: {type(problem).__name__}: {problem}; please report it"]
        else:
            self.faults, self.said = [str(fault) for fault in built.faults], str(built)
            self.known = frozenset(path for path in built.read if not f"{Path(path).resolve()}{os.sep}".startswith(self.apart))
            for path in self.known:
                self.files.read.remember(path)

    def _learn(self) -> None:
        """Read what can be read, so that all is known that may mend what is wrong."""
        with suppress(ArchgenError):
            order = self.ordered()
            for path in order.specs:
                with suppress(ArchgenError):
                    read(path, execute=order.execute, drafts=self.files.read)

    @property
    def built(self) -> str:
        """What tells what the folder holds from what it held before; empty where it holds nothing."""
        try:
            return blake2b((self.folder / MARK).read_bytes(), digest_size=12).hexdigest()
        except OSError:
            return ""


class SiteFiles:
    """What a site is read from: files that were read, folders with all that is in them, and patterns of paths."""

    def __init__(
        self, given: Sequence[str], settings: SiteSettings, specs: Sequence[str] = (), known: Collection[str] = ()
    ) -> None:
        self.given, self.settings = given, settings
        self.read = Watched(HERE, *specs)
        for path in known:
            self.read.remember(path)
        self.before = self._listed()

    def changed(self, *, thoroughly: bool) -> bool:
        """Whether any file is another; with `thoroughly`, which takes longer, whether any has come or gone."""
        return self.read.changed() or (thoroughly and self._listed() != self.before)

    def now(self) -> object:
        """What is told apart from what was a moment ago."""
        return self._listed(), [stamp(path) for path in self.read.stamps]

    def _listed(self) -> "tuple[Sequence[str], dict[str, Stamp | None]]":
        try:
            specs = site_specs(self.settings, self.given)
        except ConfigurationError:
            specs = []
        return specs, {path: stamp(path) for path in self._in_folders()}

    def _in_folders(self) -> Iterator[str]:
        named = (*self.settings.patterns, *self.settings.trees, *self.settings.problems, self.settings.pages, self.settings.logo)
        for one in filter(None, named):
            if Path(one.path).is_file():
                yield one.path
            for folder, folders, files in os.walk(one.path):
                folders[:] = [name for name in folders if name != "__pycache__" and not name.startswith(".")]
                yield from (os.path.join(folder, name) for name in files)  # noqa: PTH118 many of them, several times a second


def _told(problem: ArchgenError) -> Sequence[str]:
    if isinstance(problem, (SpecError, ConfigurationError)):
        return [str(fault) for fault in problem.faults]
    return [str(problem)]
