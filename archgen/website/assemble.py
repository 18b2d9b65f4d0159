"""Assembling: from everything that a site shows to its files."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path

from archgen.errors import CatalogueError
from archgen.model.catalogue import family_title
from archgen.model.dossier import by_files
from archgen.model.page import Content, Page, Site
from archgen.website import missing
from archgen.website.addresses import named_paths
from archgen.website.filling import Fill, filling
from archgen.website.links import faults
from archgen.website.lists import families_of, lists
from archgen.website.mentions import link_mentions
from archgen.website.navigation import breadcrumbs, contents, menu, siblings
from archgen.website.pages import pages
from archgen.website.published import FEED, published
from archgen.website.search_index import PATH, search_index

TYPEFACE = "assets/typeface.css"


def assemble(content: Content, templates: Path) -> Site:
    """Build a site: path to bytes. Raises CatalogueError with every link that leads nowhere."""
    fill = filling(templates)
    leaves = list(pages(content, fill))
    every = [*leaves, *lists(content, leaves, fill)]
    lists_of_all = [(PATH, search_index(every)), *published(content, every)]
    files = chain(_assets(content), _figures(every, content.typeface), _html(content, every, fill), lists_of_all)
    site = dict(sorted(files))
    broken = list(faults(site))
    if broken:
        raise CatalogueError("the site has links that lead nowhere:\n" + "\n".join(broken))
    return site


def _assets(content: Content) -> Iterator[tuple[str, bytes]]:
    yield TYPEFACE, content.typeface.encode()
    yield from ((f"assets/{name}", data) for name, data in content.assets.items())


def _figures(every: Sequence[Page], typeface: str) -> Iterator[tuple[str, bytes]]:
    """Each figure as a file that needs nothing beside it: its typeface is in it."""
    for path, svg in chain.from_iterable(page.figures.items() for page in every):
        yield path, by_files(svg).replace("<style>", f"<style>{typeface}\n", 1).encode()


def _html(content: Content, every: Sequence[Page], fill: Fill) -> Iterator[tuple[str, bytes]]:
    paths = named_paths(content)
    families = {family_title(family): family for family in families_of(content)}
    for page in every:
        yield page.path, _framed(page, every, families, paths, fill, FEED if content.address else "").encode()
    yield missing.PATH, missing.missing(content, every, fill).encode()


def _framed(
    page: Page, every: Sequence[Page], families: Mapping[str, str], paths: Mapping[str, str], fill: Fill, feed: str
) -> str:
    down = list(breadcrumbs(page, families))
    return fill(
        "page",
        page.path,
        page=page,
        feed=feed,
        body=link_mentions(page.body, page.path, paths),
        menu=list(menu(every, page)),
        breadcrumbs=down,
        contents=contents(page),
        siblings=siblings(every, page, down[-1].path if down else ""),
    )
