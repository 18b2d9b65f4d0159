"""Assembling: from everything that a site shows to its files."""

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from archgen.errors import CatalogueError
from archgen.model.catalogue import family_title
from archgen.model.dossier import by_files
from archgen.model.page import Content, Page, Site
from archgen.website import missing
from archgen.website.addresses import named_paths
from archgen.website.filling import Fill, filling
from archgen.website.links import broken
from archgen.website.lists import families_of, lists
from archgen.website.navigation import breadcrumbs, contents, menu, neighbours, siblings
from archgen.website.outline import Outline, outline
from archgen.website.pages import pages
from archgen.website.prepared import Prepared, prepared
from archgen.website.published import FEED, has_feed, published
from archgen.website.search_index import PATH, search_index
from archgen.website.taken import with_designs
from archgen.website.topics import in_order

SCRIPT = "assets/typeface.js"


@dataclass(frozen=True)
class Assembled:
    """The files of a site, and what is wrong with links: the path of the page, and a sentence."""

    site: Site
    broken: Sequence[tuple[str, str]]


def assemble(content: Content, templates: Path) -> Site:
    """Build a site: path to bytes. Raises CatalogueError with every link that leads nowhere."""
    fill, paths = filling(templates), named_paths(content)
    assembled = put_together(content, [prepared(page, paths) for page in pages(content, fill)], fill)
    if assembled.broken:
        told = (f"{path}: {fault}" for path, fault in assembled.broken)
        raise CatalogueError("the site has links that lead nowhere:\n" + "\n".join(told))
    return assembled.site


def put_together(content: Content, leaves: Sequence[Prepared], fill: Fill) -> Assembled:
    """The site of pages that are about one thing each, with the lists of them, and what is wrong with links."""
    paths = named_paths(content)
    listed = lists(content, [leaf.page for leaf in leaves], fill)
    every = [*_by_articles(with_designs(leaves, content, fill), content), *(prepared(page, paths) for page in listed)]
    all_pages = [one.page for one in every]
    framed = dict(_framed(content, every, fill))
    html = ((path, text.encode()) for path, (text, _) in framed.items())
    alone = [
        (missing.PATH, missing.missing(content, all_pages, fill).encode()),
        (PATH, search_index(all_pages)),
        *published(content, all_pages),
    ]
    site = dict(sorted(chain(_assets(content), _figures(all_pages, content.typeface), html, alone)))
    outlines = {path: read for path, (_, read) in framed.items()} | {missing.PATH: outline(site[missing.PATH].decode())}
    return Assembled(site, sorted(broken(site, outlines)))


def _by_articles(leaves: Sequence[Prepared], content: Content) -> Sequence[Prepared]:
    """The same with patterns and trees in the order in which articles speak of them: what belongs together is read together."""
    rank = in_order((leaf.page for leaf in leaves), (family.html for family in content.families.values()))
    ordered = {
        section: iter(sorted((leaf for leaf in leaves if leaf.page.section == section), key=lambda leaf: rank[leaf.page.path]))
        for section in ("patterns", "trees")
    }
    return [next(ordered[leaf.page.section]) if leaf.page.section in ordered else leaf for leaf in leaves]


def _assets(content: Content) -> Iterator[tuple[str, bytes]]:
    # As a script: what is copied from a page holds its typeface, and a page on a disk may not read its style sheets.
    yield SCRIPT, f"window.archgenTypeface = {json.dumps(content.typeface)};\n".encode()
    yield from ((f"assets/{name}", data) for name, data in content.assets.items())
    yield from content.files.items()


def _figures(every: Sequence[Page], typeface: str) -> Iterator[tuple[str, bytes]]:
    """Each figure as a file that needs nothing beside it: its typeface is in it."""
    for path, svg in chain.from_iterable(page.figures.items() for page in every):
        yield path, by_files(svg).replace("<style>", f"<style>{typeface}\n", 1).encode()


def _framed(content: Content, every: Sequence[Prepared], fill: Fill) -> Iterator[tuple[str, tuple[str, Outline]]]:
    """The path of each page with its HTML and the outline of that."""
    families = {family_title(family): family for family in families_of(content)}
    sections: dict[str, list[Page]] = defaultdict(list)
    groups: dict[tuple[str, str], list[Page]] = defaultdict(list)
    for one in every:
        sections[one.page.section].append(one.page)
        groups[one.page.section, one.page.group].append(one.page)
    titles = {one.page.path: one.page.title for one in every}
    first = [pages[0] for pages in sections.values()]
    for one in every:
        page, down = one.page, list(breadcrumbs(one.page, families, titles))
        html = fill(
            "page",
            page.path,
            page=page,
            site=content,
            feed=FEED if has_feed(content) else "",
            body=page.body,
            menu=list(menu(first, page)),
            breadcrumbs=down,
            contents=contents(page, one.outline),
            siblings=siblings(groups[page.section, page.group], page, down[-1].path if down else ""),
            neighbours=neighbours(sections[page.section], page),
            titles=titles,
        )
        before, _, behind = html.partition(page.body) if page.body else (html, "", "")
        yield page.path, (html, _together(outline(before + behind), one.outline))


def _together(frame: Outline, body: Outline) -> Outline:
    return Outline(
        [*frame.links, *body.links],
        [*frame.fetched, *body.fetched],
        [*frame.anchors, *body.anchors],
        [*frame.headings, *body.headings],
    )
