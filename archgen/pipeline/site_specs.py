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
SUCH_AS: Final = "designs/**/*.yaml"
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
    left = {path for one in settings.specs if one.written.startswith(NOT) for path in _taken(one, settings.folder, faults)}
    shown = [path for path in dict.fromkeys(found) if path not in left]
    if not shown and not faults:
        last = settings.specs[-1]
        hint = "take one that begins with ! away" if left else f'name some in front of it, such as "{SUCH_AS}"'
        faults.append(Fault(f"specs: no design is left to be shown; {hint}", last.place))
    if faults:
        raise ConfigurationError(faults)
    return shown


def _taken(named: SourcePath, folder: str, faults: list[Fault]) -> list[str]:
    """What a pattern takes away."""
    paths = _matches(named.written[1:], folder)
    if not paths:
        faults.append(
            Fault(f'specs: "{named.written}" takes nothing away: no file fits it; mend it, or leave it out', named.place)
        )
    return paths


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
    # What ends in ** is found even where it is not.
    return sorted(relative(place) for place in (Path(folder) / path for path in found) if place.exists())


def _may_be_a_design(path: Path) -> bool:
    return path.suffix in SUFFIXES and not path.name.startswith("_") and path.name not in OTHERS and path.is_file()
