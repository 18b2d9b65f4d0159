"""What is drawn in a figure, as places of its page: each part that has a name there has an anchor."""

import re
from html import escape, unescape
from urllib.parse import unquote

PART = re.compile(r'<g data-part="([^"]*)"')
SCOPE = re.compile(r'<svg\b[^>]*?\sclass="(figure-[\w-]+)"')


def part_anchor(figure: str, part: str) -> str:
    """Where a part of a figure is found on a page.

    >>> part_anchor("components", "chat_service")
    'figure--components--chat_service'
    """
    return f"figure--{figure}--{part}"


def figure_name(link: str) -> str:
    """The name of a figure by where its file is.

    >>> figure_name("../figures/designs/a%20b/components.svg")
    'components'
    """
    return unquote(link).rpartition("/")[2].removesuffix(".svg")


def anchored(svg: str, name: str) -> str:
    """A figure whose parts have anchors; of several shapes of one part, the first has it."""
    seen: set[str] = set()

    def placed(found: re.Match[str]) -> str:
        part = unescape(found[1])
        if part in seen or any(letter.isspace() for letter in part):
            return found[0]
        seen.add(part)
        return f'<g id="{escape(part_anchor(name, part))}" data-part="{found[1]}"'

    return PART.sub(placed, svg)


def renamed(svg: str, mark: str) -> str:
    """A figure with ids and a style of its own, for a page on which the same may be drawn once more.

    >>> renamed('<svg class="figure-a"><title id="figure-a-title"/></svg>', "accepted")
    '<svg class="figure-a-accepted"><title id="figure-a-accepted-title"/></svg>'
    """
    found = SCOPE.search(svg)
    return svg.replace(found[1], f"{found[1]}-{mark}") if found else svg
