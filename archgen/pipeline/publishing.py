"""The site: designs, patterns, decision trees and rules, typeset and drawn."""

import dataclasses
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from archgen.dsl.design import Design
from archgen.dsl.naming import slug
from archgen.dsl.pattern import Pattern
from archgen.dsl.walkthrough import Walkthrough
from archgen.errors import Fault, SpecError
from archgen.loading import library
from archgen.loading.shipped import shipped
from archgen.model.catalogue import FAMILIES, Entry, Shelf
from archgen.model.dossier import Figure
from archgen.model.link import link
from archgen.model.spec import Spec
from archgen.pipeline.documenting import dossier, drawn_figures, markdown
from archgen.pipeline.judging import lint
from archgen.pipeline.reading import Read

if TYPE_CHECKING:
    from archgen.model.page import DesignLeaf, Guide, Leaf, RuleLeaf, Site
    from archgen.model.rule import Rule

Step = Callable[[str], None]
T = TypeVar("T")


def site(designs: Iterable[Read], *, step: Step = lambda _: None) -> "Site":
    """Build a site of the library and the designs: path to bytes. Raises SpecError where two designs have one name."""
    from archgen.model.page import Content
    from archgen.svg.style import typeface
    from archgen.website.assemble import assemble

    content = Content(
        designs=list(_designs(designs, step)),
        patterns=[_leaf(entry, link(_scenario(entry.value)), step) for entry in library.patterns()],
        trees=[_leaf(entry, entry.value, step) for entry in library.trees()],
        rules=[_rule(entry, step) for entry in library.rules()],
        guides=list(_guides()),
        families=dict(_families(library.rules(), library.patterns())),
        assets={path.name: path.read_bytes() for path in sorted(shipped("site/assets").iterdir())},
        typeface=typeface(),
    )
    return assemble(content, shipped("templates"))


def _designs(designs: Iterable[Read], step: Step) -> "Iterator[DesignLeaf]":
    from archgen.documents.html import fragment
    from archgen.model.page import DesignLeaf, figure_links

    paths: dict[str, str] = {}
    for design in designs:
        stem = slug(design.name).replace("_", "-")
        if stem in paths:
            message = f'{paths[stem]} has a design of that name too, "{design.name}"; a site needs one name each'
            raise SpecError([Fault(message, design.spec.locate(design.spec.design))])
        paths[stem] = design.spec.path
        made = dossier(design, step=step)
        links = figure_links(stem, made.figures)
        svgs = {links[figure.name]: figure.svg for figure in made.figures}
        yield DesignLeaf(design.name, stem, made, fragment(markdown(made, links), svgs))


def _leaf(entry: Entry[T], subject: object, step: Step) -> "Leaf[T]":
    from archgen.model.page import Leaf

    return Leaf(entry, _page(entry), tuple(drawn_figures(subject, step=step)))


def _scenario(pattern: Pattern) -> Design:
    """The structure of a pattern with its walkthrough, so that both are drawn."""
    if not pattern.walkthrough:
        return pattern.structure
    return dataclasses.replace(pattern.structure, walkthroughs=[Walkthrough(pattern.title, pattern.walkthrough)])


def _rule(entry: "Entry[Rule]", step: Step) -> "RuleLeaf":
    from archgen.model.page import RuleLeaf

    flagged, accepted = (_case(cases, step) for cases in (entry.value.flagged, entry.value.accepted))
    return RuleLeaf(entry, _page(entry), flagged, accepted, _said(entry))


def _said(entry: "Entry[Rule]") -> str:
    """What the rule says of the first design that it flags."""
    if not entry.value.flagged:
        return ""
    case = next(iter(entry.value.flagged))()
    report = lint(Read(Spec(case), link(case)))
    return next((finding.message for finding in report.findings if finding.code == entry.code), "")


def _case(cases: Iterable[Callable[[], Design]], step: Step) -> Figure | None:
    """The first case, drawn."""
    for case in cases:
        return next(drawn_figures(link(case()), step=step), None)
    return None


def _page(entry: Entry[Any]) -> str:
    from archgen.documents.html import fragment

    return fragment(entry.page)


def _guides() -> "Iterator[Guide]":
    from archgen.documents.html import fragment
    from archgen.model.page import Guide

    for path in sorted(shipped("site/pages").glob("*.md")):
        yield Guide(path.stem, fragment(path.read_text("utf-8")))


def _families(*shelves: Shelf[Any]) -> Iterator[tuple[str, str]]:
    """The page of each family that has an entry; the patterns' page of it comes before that of its rules."""
    from archgen.documents.html import fragment

    present = {entry.family for shelf in shelves for entry in shelf}
    for family in filter(present.__contains__, FAMILIES):
        pages = (library.family_page(library.PATTERNS, family), library.family_page(library.RULES, family))
        yield family, fragment("\n\n".join(filter(None, pages)))


def described(built: Mapping[str, bytes]) -> str:
    """How large a site is, in a line."""
    pages = sum(path.endswith(".html") for path in built)
    figures = sum(path.endswith(".svg") for path in built)
    return f"{pages} pages, {figures} figures, {sum(map(len, built.values())) / 1e6:.1f} MB"
