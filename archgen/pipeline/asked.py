"""From the options that a page writes to the figure that it asks for, and how that stands on the page."""

from collections.abc import Mapping
from typing import Final
from urllib.parse import urlsplit

from archgen.errors import UsageError, suggestion
from archgen.pipeline.embedded import Wanted
from archgen.values import dataclass

KEYS: Final = ("view", "focus", "depth", "only", "open", "one", "theme", "alt", "caption", "link", "as")
INLINE, FILE = "inline", "file"
MOST_DEPTH: Final = 1000
SCHEMES: Final = ("", "http", "https", "mailto")


class WrongOption(UsageError):
    """An option that cannot be used; `key` is its name."""

    def __init__(self, key: str, message: str) -> None:
        self.key = key
        super().__init__(message)


@dataclass(frozen=True)
class Asked:
    """A figure that a page asks for. `link` is where it leads, empty for nowhere; `form` is "inline" or "file"."""

    wanted: Wanted
    caption: str = ""
    link: str = ""
    form: str = INLINE


def asked(spec: str, options: Mapping[str, str], *, theme: str | None = None, form: str = INLINE) -> Asked:
    """What the options of a figure ask for; `theme` and `form` are what holds where they do not say. Raises WrongOption."""
    for key in options:
        if key not in KEYS:
            raise WrongOption(key, f'a figure has no option "{key}"{suggestion(key, KEYS)}')
    if options.get("focus") and options.get("view"):
        raise WrongOption("view", "a view and a focus do not go together: leave one of them out")
    return Asked(
        Wanted(
            spec,
            view=options.get("view", ""),
            focus=options.get("focus") or None,
            depth=_depth(options.get("depth", "1")),
            only=_several(options.get("only", "")),
            open=_several(options.get("open", "")),
            one=_yes("one", options["one"]) if "one" in options else False,
            theme=options.get("theme") or theme,
            alt=options.get("alt", ""),
        ),
        caption=options.get("caption", ""),
        link=_link(options.get("link", "")),
        form=_one_of("as", options.get("as", form), (INLINE, FILE)),
    )


def _several(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())


def _depth(text: str) -> int:
    if not (text.isascii() and text.isdecimal()) or not 1 <= int(text) <= MOST_DEPTH:
        raise WrongOption("depth", f'depth: "{text}" is no number of connections, such as 1 or 2')
    return int(text)


def _yes(key: str, text: str) -> bool:
    """A word of YAML's; an option without a value is switched on."""
    return _one_of(key, text.lower() or "true", ("true", "false")) == "true"


def _one_of(key: str, text: str, known: tuple[str, ...]) -> str:
    if text not in known:
        raise WrongOption(key, f'{key}: "{text}" is neither {" nor ".join(known)}')
    return text


def _link(text: str) -> str:
    """Where a figure leads: a page, or an address of the web. A script is none."""
    try:
        scheme = urlsplit(text.strip()).scheme
    except ValueError:
        scheme = "?"
    if scheme not in SCHEMES or not text.isprintable():
        raise WrongOption("link", f'link: "{text}" is no address of the web, and no page')
    return text.strip()
