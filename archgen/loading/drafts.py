"""Texts that stand in for those of files, so that a change can be tried before it is written."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from importlib.util import spec_from_file_location
from pathlib import Path
from sys import meta_path
from types import ModuleType

from archgen.loading.text_file import read_text

# By the files' absolute paths.
Drafts = Mapping[str, str]
NO_DRAFTS: Drafts = {}


def text_of(path: str, drafts: Drafts) -> str:
    """The text that stands in for a file, else the file's own. Raises SpecError."""
    draft = drafts.get(str(Path(path).resolve())) if drafts else None
    return read_text(path) if draft is None else draft


@contextmanager
def importing(drafts: Drafts) -> Iterator[None]:
    """Let modules be imported from drafts of their files."""
    finder = _Finder(drafts)
    meta_path.insert(0, finder)
    try:
        yield
    finally:
        meta_path.remove(finder)


class _Finder:
    """Finds the modules that there are drafts of."""

    def __init__(self, drafts: Drafts) -> None:
        self.drafts = drafts

    def find_spec(self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None) -> ModuleSpec | None:
        """The module as Python itself finds it, to be read from its draft; None where there is none."""
        found = PathFinder.find_spec(fullname, path, target) if self.drafts else None
        draft = self.drafts.get(str(Path(found.origin).resolve())) if found and found.origin else None
        if found is None or found.origin is None or draft is None:
            return None
        folders = found.submodule_search_locations
        loader = _Loader(fullname, found.origin, draft)
        return spec_from_file_location(fullname, found.origin, loader=loader, submodule_search_locations=folders)


class _Loader(SourceFileLoader):
    """Reads a module from a draft, and nothing that was compiled before."""

    def __init__(self, fullname: str, path: str, draft: str) -> None:
        super().__init__(fullname, path)
        self.draft = draft

    def get_data(self, path: str) -> bytes:
        """The draft."""
        return self.draft.encode()

    def path_stats(self, path: str) -> Mapping[str, object]:
        """Nothing is known of the file, so that nothing compiled is taken for it, or kept."""
        raise OSError
