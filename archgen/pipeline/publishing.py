"""The site: designs, patterns, decision trees and rules, typeset and drawn."""

import dataclasses
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from archgen.dsl.naming import slug
from archgen.errors import Fault, SpecError
from archgen.loading import library
from archgen.loading.shipped import shipped
from archgen.model.catalogue import FAMILIES, Entry, Shelf
from archgen.model.dossier import Figure
from archgen.model.link import link
from archgen.pipeline.cases import case_figure
from archgen.pipeline.documenting import dossier, drawn_figures, markdown
from archgen.pipeline.means import ORDINARY, Means
from archgen.pipeline.reading import Read
from archgen.pipeline.telling import scenario

if TYPE_CHECKING:
    from archgen.model.explanation import Shown
    from archgen.model.page import DesignLeaf, FamilyLeaf, Leaf, RuleLeaf, Site
    from archgen.model.rule import Rule

Step = Callable[[str], None]
Draw = Callable[[object], Iterator[Figure]]
T = TypeVar("T")


def site(designs: Iterable[Read], *, means: Means = ORDINARY, step: Step = lambda _: None, address: str = "") -> "Site":
    """Build a site of the library and the designs: path to bytes. Raises SpecError where two designs have one name.

    `address` is where it is published, with a slash at its end.
    """
    from archgen.loading.known_problems import known_problems
    from archgen.model.page import Content
    from archgen.pipeline.guides import guides
    from archgen.pipeline.numbers_used import numbers
    from archgen.svg.page_style import page_style
    from archgen.svg.style import typeface
    from archgen.website.assemble import assemble

    draw = partial(drawn_figures, means=means, step=step)
    assets = {path.name: path.read_bytes() for path in sorted(shipped("site/assets").iterdir())}
    content = Content(
        designs=list(_designs(designs, means, step)),
        patterns=[_leaf(entry, link(scenario(entry.value)), draw) for entry in library.patterns()],
        trees=[_leaf(entry, entry.value, draw) for entry in library.trees()],
        rules=[_rule(entry, draw) for entry in library.rules()],
        guides=list(guides(shipped("site/pages"))),
        problems=known_problems(),
        numbers=numbers(),
        families=dict(_families(draw, library.rules(), library.patterns())),
        assets={**assets, "prose.css": assets["prose.css"] + page_style(means.scheme).encode()},
        typeface=typeface(),
        address=address,
    )
    return assemble(content, shipped("templates"))


def _designs(designs: Iterable[Read], means: Means, step: Step) -> "Iterator[DesignLeaf]":
    from archgen.documents.hops import walks
    from archgen.documents.html import fragment
    from archgen.documents.part_by_part import part_by_part
    from archgen.model.page import DesignLeaf, figure_links

    paths: dict[str, str] = {}
    for design in designs:
        stem = slug(design.name).replace("_", "-")
        if stem in paths:
            message = f'{paths[stem]} has a design of that name too, "{design.name}"; a site needs one name each'
            raise SpecError([Fault(message, design.spec.locate(design.spec.design))])
        paths[stem] = design.spec.path
        made = dossier(design, means=means, step=step, named=True)
        links = figure_links(stem, made.figures)
        svgs = {links[figure.name]: figure.svg for figure in made.figures}
        walked = tuple(walks(made))
        html, parts = fragment(markdown(made, links), svgs), tuple(part_by_part(made, walked))
        yield DesignLeaf(design.name, stem, made, html, parts, walked)


def _leaf(entry: Entry[T], subject: object, draw: Draw) -> "Leaf[T]":
    from archgen.model.page import Leaf

    return Leaf(entry, _page(entry), tuple(draw(subject)))


def _rule(entry: "Entry[Rule]", draw: Draw) -> "RuleLeaf":
    from archgen.model.page import RuleLeaf
    from archgen.pipeline.explaining import explanation

    explained = explanation(entry)
    told = explained.findings[0].subjects if explained.findings else ()
    flagged, accepted = _case("flagged", explained.flagged, told, draw), _case("accepted", explained.accepted, told, draw)
    return RuleLeaf(explained, _page(entry), flagged, accepted)


def _case(name: str, shown: "Shown | None", told: Sequence[str], draw: Draw) -> Figure | None:
    """What the rule speaks of in a design of its own, drawn."""
    figure = case_figure(shown.design, told, draw) if shown else None
    return dataclasses.replace(figure, name=name) if figure else None


def _page(entry: Entry[Any]) -> str:
    from archgen.documents.html import fragment

    return fragment(entry.page)


def _families(draw: Draw, *shelves: Shelf[Any]) -> "Iterator[tuple[str, FamilyLeaf]]":
    """What is told of each family that has an entry: its article, or else the page of its patterns and that of its rules."""
    from archgen.documents.article import with_figures
    from archgen.documents.html import fragment
    from archgen.model.page import FamilyLeaf, family_figure_links

    present = {entry.family for shelf in shelves for entry in shelf}
    for family in filter(present.__contains__, FAMILIES):
        figures = [
            dataclasses.replace(figure, name=entry.name)
            for entry in library.figures()
            if entry.family == family
            for figure in draw(entry.value)
        ]
        links = family_figure_links(family, figures)
        pages = (library.family_page(shelf, family) for shelf in (library.PATTERNS, library.RULES))
        shown = (f"![]({link})" for link in links.values())
        told = with_figures(library.article(family), links) or "\n\n".join(filter(None, (*pages, *shown)))
        yield family, FamilyLeaf(fragment(told, {links[figure.name]: figure.svg for figure in figures}), tuple(figures))


def described(built: Mapping[str, bytes]) -> str:
    """How large a site is, in a line."""
    pages = sum(path.endswith(".html") for path in built)
    figures = sum(path.endswith(".svg") for path in built)
    return f"{pages} pages, {figures} figures, {sum(map(len, built.values())) / 1e6:.1f} MB"
