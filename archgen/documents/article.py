"""Articles: Markdown in which an image names a figure of the library by its id."""

import re
from collections.abc import Mapping

from archgen.errors import CatalogueError, suggestion

NAMED = re.compile(r"^!\[\]\(([^)\s]*)\)", re.MULTILINE)


def named_figures(article: str) -> list[str]:
    r"""The ids of the figures of an article, in the order in which it places them.

    >>> named_figures("Text.\n\n![](rt-tcp-handshake)\n*Three packets.*")
    ['rt-tcp-handshake']
    """
    return NAMED.findall(article)


def with_figures(article: str, links: Mapping[str, str]) -> str:
    """Lead each image to the file of its figure; `links` says where, by its id. Raises CatalogueError for an unknown one."""

    def linked(image: re.Match[str]) -> str:
        if image[1] not in links:
            raise CatalogueError(
                f'an article places the figure "{image[1]}", which its family lacks{suggestion(image[1], links)}'
            )
        return f"![]({links[image[1]]})"

    return NAMED.sub(linked, article)
