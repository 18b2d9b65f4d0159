"""Text of a design in Markdown: shown as it is, never read as markup."""

import re
import unicodedata

from archgen.dsl.texts import REVERSALS

SPECIAL = re.compile(r"[\\`*\[\]<|~$]|(?<!\w)_+|_+(?!\w)|(?<=\s)#+$")
# Marks that begin a block, or underline one, where they stand at the start of a line.
LEADING = re.compile(r"^(?:[#+\-=:>]|\d{1,9}[.)](?=\s|$))")
# Targets of links that need no brackets of their own.
SIMPLE = re.compile(r"[\w./#%-]+", re.ASCII)
ENTITY = re.compile(r"&(?=#?\w+;)")


class Markdown(str):
    """Text that is Markdown already, and is not escaped again."""

    __slots__ = ()


def plain(text: object) -> Markdown:
    r"""The text on one line, every mark escaped.

    >>> print(plain("a|b <c> `d` _e_ [f](javascript:g)"))
    a\|b \<c> \`d\` \_e\_ \[f\](javascript:g)
    """
    escaped = ENTITY.sub(r"\&", SPECIAL.sub(_escaped, one_line(str(text))))
    return Markdown(LEADING.sub(_leading, escaped))


def prose(text: object) -> Markdown:
    """The text in paragraphs, as blank lines part them, every mark escaped."""
    paragraphs = (plain(part) for part in re.split(r"\n\s*\n", str(text)))
    return Markdown("\n\n".join(paragraph for paragraph in paragraphs if paragraph))


def sentence(text: object) -> Markdown:
    """The text on one line, with a mark at its end."""
    line = plain(text)
    return line if line.endswith((".", "!", "?", ":")) else Markdown(f"{line}.")


def code(text: object) -> Markdown:
    r"""The text as code, within a line.

    >>> print(code("a`b"))
    ``a`b``
    """
    line = one_line(str(text))
    fence = "`" * (1 + max((len(run) for run in re.findall("`+", line)), default=0))
    inner = f" {line} " if line.startswith("`") or line.endswith("`") else line
    return Markdown(f"{fence}{inner}{fence}" if line else "")


def link(target: str) -> Markdown:
    """The target of a link or image, fit to stand between its brackets."""
    if SIMPLE.fullmatch(target):
        return Markdown(target)
    return Markdown("<" + re.sub(r"[<>\\\s]", lambda mark: f"%{ord(mark[0]):02X}", target) + ">")


def one_line(text: str) -> str:
    """The text without line breaks, control characters, reversals of its direction or halves of characters."""
    text = REVERSALS.sub("", text)
    shown = (" " if unicodedata.category(mark) in ("Cc", "Zl", "Zp") else mark for mark in text)
    return " ".join("".join("\ufffd" if unicodedata.category(mark) == "Cs" else mark for mark in shown).split())


def _escaped(marks: re.Match[str]) -> str:
    return "".join(f"\\{mark}" for mark in marks[0])


def _leading(mark: re.Match[str]) -> str:
    """A dot or bracket behind a number is what makes it a list: escape that, as a number cannot be."""
    return f"{mark[0][:-1]}\\{mark[0][-1]}"
