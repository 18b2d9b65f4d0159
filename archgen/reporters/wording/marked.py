"""Text of a design in Markdown: shown as it is, never read as markup."""

import re

from archgen.reporters.wording.sentences import one_line

SPECIAL = re.compile(r"[\\`*\[\]<>|~$#]|(?<!\w)_+|_+(?!\w)|&(?=#?\w+;)")
# Marks that begin a block where they stand at the start of a line.
LEADING = re.compile(r"^(?:[+\-=:]|\d{1,9}(?=[.)](?:\s|$)))")

# What ends the target of a link.
UNFIT = re.compile(r"[<>\s]")


def plain(text: str) -> str:
    r"""The text on one line, every mark escaped; nobody is called by it.

    >>> plain("a|b <c> `d` @all")
    'a\\|b \\<c\\> \\`d\\` @<!-- -->all'
    """
    escaped = SPECIAL.sub(lambda mark: "".join(f"\\{one}" for one in mark[0]), one_line(text))
    return LEADING.sub(_leading, escaped).replace("@", "@<!-- -->")


def code(text: str) -> str:
    """The text as code within a line.

    >>> code("a`b")
    '``a`b``'
    """
    line = one_line(text)
    fence = "`" * (1 + max((len(run) for run in re.findall("`+", line)), default=0))
    inner = f" {line} " if line.startswith("`") or line.endswith("`") else line
    return f"{fence}{inner}{fence}" if line else ""


def linked(text: str, target: str) -> str:
    """The text, which is Markdown already, as a link where the target is an address."""
    return f"[{text}](<{UNFIT.sub('', target)}>)" if "://" in target else text


def _leading(mark: re.Match[str]) -> str:
    return f"{mark[0]}\\" if mark[0].isdigit() else f"\\{mark[0]}"
