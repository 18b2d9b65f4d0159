"""Places as machines read them: always a file and a line, with slashes, whatever the machine writes paths with."""

from pathlib import PurePath
from urllib.parse import quote

from archgen.plugin import Finding, Position, Report


def posix(path: str) -> str:
    """The path with slashes and without a dot before it; empty where there is none.

    >>> posix("./designs/chat.yaml"), posix("")
    ('designs/chat.yaml', '')
    """
    return PurePath(path).as_posix() if path else ""


def uri(path: str) -> str:
    """The path as a reference that may stand in a URI.

    >>> uri("my designs/chat#1.yaml")
    'my%20designs/chat%231.yaml'
    """
    pure = PurePath(path)
    return pure.as_uri() if pure.is_absolute() else quote(posix(path), errors="surrogatepass")


def standing(report: Report, finding: Finding) -> Position | None:
    """Where the finding stands, on the first line if nothing better is known; None where the design has no file."""
    place = finding.location or Position(report.path)
    return Position(posix(place.path), place.line or 1, place.column) if place.path else None
