"""Which designs a site shows: the files that the command line or the configuration names, else those of the folder."""

from collections.abc import Iterator, Sequence
from glob import glob, has_magic
from pathlib import Path
from typing import Final

from archgen.configuring.places import relative
from archgen.configuring.site_settings import SiteSettings
from archgen.errors import ConfigurationError, Fault
from archgen.model.source_path import SourcePath

# A pattern that begins with it takes away what others found.
NOT: Final = "!"
SUFFIXES: Final = (".py", ".yaml", ".yml", ".json")
# What lies beside designs, and is none.
OTHERS: Final = ("archgen.layout.yaml", "archgen-baseline.json")


def site_specs(settings: SiteSettings, given: Sequence[str] = ()) -> Sequence[str]:
    """The files, each once. Raises ConfigurationError for what is named and not there, and for a pattern that finds nothing."""
    from archgen.pipeline.reading import designs_below

    if given:
        return list(given)
    if not settings.specs:
        return designs_below(Path())
    faults: list[Fault] = []
    found = [path for one in settings.specs if not one.written.startswith(NOT) for path in _found(one, settings.folder, faults)]
    left = {path for one in settings.specs if one.written.startswith(NOT) for path in _matches(one.written[1:], settings.folder)}
    if faults:
        raise ConfigurationError(faults)
    return [path for path in dict.fromkeys(found) if path not in left]


def _found(named: SourcePath, folder: str, faults: list[Fault]) -> Iterator[str]:
    if not has_magic(named.written):
        if Path(named.path).is_file():
            yield named.path
        else:
            what = "it is a folder; write a pattern such as" if Path(named.path).is_dir() else "there is no such file"
            like = f' "{named.written.rstrip("/")}/**/*.yaml"' if Path(named.path).is_dir() else ""
            faults.append(Fault(f'specs: "{named.written}": {what}{like}', named.place))
        return
    paths = [path for path in _matches(named.written, folder) if _may_be_a_design(Path(path))]
    if not paths:
        faults.append(Fault(f'specs: "{named.written}" finds no design; ** stands for folders at any depth', named.place))
    yield from paths


def _matches(pattern: str, folder: str) -> list[str]:
    found = glob(pattern, root_dir=folder, recursive=True)  # noqa: PTH207 that of pathlib takes no whole path
    return sorted(relative(Path(folder) / path) for path in found)


def _may_be_a_design(path: Path) -> bool:
    return path.suffix in SUFFIXES and not path.name.startswith("_") and path.name not in OTHERS and path.is_file()
