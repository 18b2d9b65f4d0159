"""Pages that are ready to be framed: their mentions lead somewhere, and it is known what else on them does."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from archgen.model.page import Page, Place
from archgen.website.mentions import link_mentions
from archgen.website.outline import Outline, outline

# All cells begin at the left anyway, and a page may have thousands.
LEFT = ' style="text-align:left"'


@dataclass(frozen=True)
class Prepared:
    """A page, and its outline without what stands around its body."""

    page: Page
    outline: Outline


def prepared(page: Page, paths: Mapping[str, str]) -> Prepared:
    """The page with links where its text mentions what has a page; `paths` are those that `named_paths` gives."""
    body = link_mentions(page.body.replace(LEFT, ""), page.path, paths)
    return Prepared(replace(page, body=body, places=tuple(page.places)), outline(body))


def prepared_data(one: Prepared) -> Mapping[str, Any]:
    """The same as plain data."""
    return {"page": {**vars(one.page), "places": [asdict(place) for place in one.page.places]}, "outline": vars(one.outline)}


def prepared_of(data: Mapping[str, Any]) -> Prepared:
    """What plain data says. Raises TypeError, KeyError or ValueError for what was not written by `prepared_data`."""
    page, told = data["page"], data["outline"]
    headings = [(int(level), str(anchor), str(text)) for level, anchor, text in told["headings"]]
    return Prepared(
        Page(**{**page, "places": tuple(Place(**place) for place in page["places"])}), Outline(**{**told, "headings": headings})
    )
