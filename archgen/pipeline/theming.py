"""Themes: what figures wear, by name or from a file, as the command line or the nearest configuration says."""

from pathlib import Path
from typing import TYPE_CHECKING

from archgen.errors import ConfigurationError, Fault, SpecError
from archgen.loading.text_file import read_text

if TYPE_CHECKING:
    from archgen.configuring.top_texts import TextSaid
    from archgen.svg.themes import Scheme

NOTHING = "{}"
TOML, YAML = (".toml",), (".yaml", ".yml")


def theme(name: str | None, folder: Path | None = None) -> "Scheme":
    """The theme of that name, or of that file; without a name, the one that the configuration nearest to `folder` names.

    Raises UnknownNameError, UsageError, or ConfigurationError for a file that is no theme.
    """
    from archgen.svg.themes import AUTO

    if name is not None:
        return _named(name, Path())
    said = _configured(folder) if folder else None
    if said is None:
        return AUTO
    file = theme_file(None, folder)
    if file and not file.exists():
        raise ConfigurationError([Fault(f"theme: there is no file {file.as_posix()}", said.place)])
    try:
        return _named(said.text, said.folder)
    except ConfigurationError:
        raise
    except Exception as problem:
        raise ConfigurationError([Fault(f"theme: {problem}", said.place)]) from problem


def theme_file(name: str | None, folder: Path | None = None) -> Path | None:
    """The file that a theme is read from, as `theme` finds it; None where it comes with archgen."""
    from archgen.svg.themes import split

    said = _configured(folder) if name is None and folder else None
    base, text = (said.folder, said.text) if said else (Path(), name or "")
    whole = split(text)[0]
    return base / whole if whole.lower().endswith((*TOML, *YAML)) else None


def _named(name: str, folder: Path) -> "Scheme":
    from archgen.svg.themes import built_in, split

    whole, side = split(name)
    scheme = _of_file(folder / whole) if whole.lower().endswith((*TOML, *YAML)) else built_in(whole)
    return scheme.side(side, whole) if side else scheme


def _of_file(path: Path) -> "Scheme":
    from archgen.model.positioned import Reading
    from archgen.svg.own_theme import own_theme

    shown, reading = path.as_posix(), Reading()
    try:
        text = read_text(shown)
        if shown.lower().endswith(TOML):
            from archgen.configuring.toml_text import parse as toml

            return own_theme(toml(text, shown), reading)
        from archgen.importers.yaml_text.nodes import parse as yaml

        return own_theme(yaml(text if text.strip() else NOTHING, shown, reading), reading)
    except SpecError as problem:
        raise ConfigurationError(problem.faults) from problem


def _configured(folder: Path) -> "TextSaid | None":
    from archgen.configuring.top_texts import theme_said

    return theme_said(folder, read_text)
