"""The designs that take a pattern or walk a decision: told on its page when all designs are known."""

from collections.abc import Sequence
from dataclasses import replace

from archgen.model.page import Content
from archgen.website.addresses import design_path
from archgen.website.filling import Fill
from archgen.website.outline import outline
from archgen.website.prepared import Prepared

# Where they stand on a page that is made before designs are known.
PLACE = "<!-- designs -->"


def with_designs(leaves: Sequence[Prepared], content: Content, fill: Fill) -> Sequence[Prepared]:
    """The same pages, those of patterns and decisions with the designs that take them, in the order of the site."""
    return [_told(leaf, content, fill) if PLACE in leaf.page.body else leaf for leaf in leaves]


def _told(leaf: Prepared, content: Content, fill: Fill) -> Prepared:
    page = leaf.page
    name = page.path.rpartition("/")[2].removesuffix(".html")
    designs = [design.told for design in content.designs if name in design.told.takes]
    told = (
        fill("taken", page.path, designs=[(one, design_path(one)) for one in designs], walked=page.section == "trees")
        if designs
        else ""
    )
    body = page.body.replace(PLACE, told.strip(), 1)
    return Prepared(replace(page, body=body), outline(body) if designs else leaf.outline)
