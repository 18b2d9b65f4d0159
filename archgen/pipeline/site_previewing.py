"""A site while its sources are written: built again and again, and left as it was as long as something is wrong with them."""

import os
from collections.abc import Callable, Iterator, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Final

from archgen.configuring.site_settings import SiteSettings
from archgen.errors import ArchgenError, ConfigurationError, SpecError
from archgen.loading.watched import Stamp, Watched, stamp
from archgen.pipeline.site_build import SiteBuilt, SiteOrder
from archgen.pipeline.site_specs import site_specs
from archgen.pipeline.whole_folder import MARK

if TYPE_CHECKING:
    from archgen.loading.drafts import Drafts

HERE: Final = "archgen.toml"
# What makes the order anew, as the configuration says now.
Ordered = Callable[[], SiteOrder]
Build = Callable[[SiteOrder], SiteBuilt]


class SitePreviewing:
    """Builds into a folder. `faults` are what is wrong with the sources now, and `files` all that they are read from."""

    def __init__(self, given: Sequence[str], ordered: Ordered, build: Build, folder: Path) -> None:
        self.given, self.ordered, self.build, self.folder = given, ordered, build, folder
        self.faults: Sequence[str] = ()
        self.files = SiteFiles(given, SiteSettings())
        self.said = ""

    def look(self) -> None:
        """Read everything, and build if all of it can be read."""
        self.files = SiteFiles(self.given, SiteSettings())
        try:
            order = self.ordered()
            self.files = SiteFiles(self.given, order.settings, order.specs)
            _read(order, self.files.read)
            built = self.build(order)
        except ArchgenError as problem:
            self.faults = _told(problem)
        except Exception as problem:
            self.faults = [f"this is a fault of archgen: {type(problem).__name__}: {problem}; please report it"]
        else:
            self.faults, self.said = [str(fault) for fault in built.faults], str(built)
            for path in built.read:
                self.files.read.remember(path)

    @property
    def built(self) -> str:
        """What tells what the folder holds from what it held before; empty where it holds nothing."""
        try:
            return blake2b((self.folder / MARK).read_bytes(), digest_size=12).hexdigest()
        except OSError:
            return ""


class SiteFiles:
    """What a site is read from: files that were read, folders with all that is in them, and patterns of paths."""

    def __init__(self, given: Sequence[str], settings: SiteSettings, specs: Sequence[str] = ()) -> None:
        self.given, self.settings = given, settings
        self.read = Watched(HERE, *specs)
        self.before = self._listed()

    def changed(self, *, thoroughly: bool) -> bool:
        """Whether any file is another; with `thoroughly`, which takes longer, whether any has come or gone."""
        return self.read.changed() or (thoroughly and self._listed() != self.before)

    def now(self) -> object:
        """What is told apart from what was a moment ago."""
        return self._listed(), [stamp(path) for path in self.read]

    def _listed(self) -> "tuple[Sequence[str], dict[str, Stamp]]":
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


def _read(order: SiteOrder, drafts: "Drafts") -> None:
    """Read all designs, so that all that is wrong with them is known before anything is built. Raises SpecError."""
    from archgen.pipeline.reading import read_all

    read_all(order.specs, execute=order.execute, drafts=drafts)


def _told(problem: ArchgenError) -> Sequence[str]:
    if isinstance(problem, (SpecError, ConfigurationError)):
        return [str(fault) for fault in problem.faults]
    return [str(problem)]
