"""Where a site is published: by the command line, or else by the nearest configuration."""

from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from archgen.errors import ConfigurationError, Fault, UsageError
from archgen.loading.text_file import read_text

if TYPE_CHECKING:
    from archgen.configuring.top_texts import TextSaid

SUCH_AS = "https://example.org/docs"


def site_address(given: str | None, folder: Path) -> str:
    """The address of a site's folder, with a slash at its end; empty where nobody says it.

    Raises UsageError or ConfigurationError for what is no address of a site.
    """
    if given is not None:
        if not _is_address(given):
            raise UsageError(f'"{given}" is not the address of a site; give one such as {SUCH_AS}')
        return _ended(given)
    from archgen.configuring.top_texts import base_url_said

    said = base_url_said(folder, read_text)
    check_address(said)
    return _ended(said.text) if said else ""


def check_address(said: "TextSaid | None") -> None:
    """Raise ConfigurationError where what a configuration says is no address of a site."""
    if said and not _is_address(said.text):
        message = f'base-url: "{said.text}" is not the address of a site; write one such as "{SUCH_AS}"'
        raise ConfigurationError([Fault(message, said.place)])


def _is_address(text: str) -> bool:
    """Whether it is the address of a folder: of the web, with a host, and with nothing behind the path."""
    try:
        parts = urlsplit(text)
        port_is_fine = parts.port is None or parts.port > 0
    except ValueError:
        return False
    plain = text.isascii() and text.isprintable() and not set(text) & set(' "<>\\^`{|}?#@')
    return plain and port_is_fine and parts.scheme in ("https", "http") and bool(parts.hostname)


def _ended(text: str) -> str:
    return text.rstrip("/") + "/"
