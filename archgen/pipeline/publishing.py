"""The parts of a site, typeset and drawn: designs, patterns, decision trees, rules and families."""

import dataclasses
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from archgen.dsl.naming import slug
from archgen.loading.shipped import shipped
from archgen.loading.text_file import read_bytes
from archgen.model.catalogue import Entry
from archgen.model.dossier import Figure
from archgen.model.link import link
from archgen.pipeline.cases import case_figure
from archgen.pipeline.documenting import dossier, markdown
from archgen.pipeline.means import Means
from archgen.pipeline.reading import Read
from archgen.pipeline.sources import Sources
from archgen.pipeline.telling import scenario

if TYPE_CHECKING:
    from archgen.dsl.decision_tree import DecisionTree
    from archgen.dsl.pattern import Pattern
    from archgen.model.explanation import Shown
    from archgen.model.page import Content, DesignLeaf, FamilyLeaf, Leaf, RuleLeaf
    from archgen.model.part_leaf import PartLeaf
    from archgen.model.rule import Rule

Step = Callable[[str], None]
Draw = Callable[[object], Iterator[Figure]]


def listed(sources: Sources, means: Means, address: str = "") -> "Content":
    """What every page may know of the others, before any of them is made; designs are yet to come, and so are families."""
    from archgen.model.page import LOGO, Content, Leaf, Listed
    from archgen.pipeline.numbers_used import numbers
    from archgen.pipeline.words import word_places
    from archgen.svg.page_style import page_style
    from archgen.svg.style import typeface

    assets = {path.name: path.read_bytes() for path in sorted(shipped("site/assets").iterdir())}
    settings = sources.settings
    logo = {f"site-logo{Path(settings.logo.path).suffix.lower()}": read_bytes(settings.logo.path)} if settings.logo else {}
    return Content(
        patterns=[Leaf(entry, "") for entry in sources.patterns],
        trees=[Leaf(entry, "") for entry in sources.trees],
        rules=[Listed(entry) for entry in sources.rules],
        problems=sources.problems,
        numbers=numbers() if settings.library.value else (),
        assets={**assets, **logo, "prose.css": assets["prose.css"] + page_style(means.scheme).encode()},
        typeface=typeface(),
        address=address,
        updated=settings.updated.value,
        title=settings.title.value,
        description=settings.description.value,
        hero=settings.hero.value,
        words=word_places() if sources.guided else {},
        logo=next(iter(logo), LOGO),
    )


def design_leaf(design: Read, means: Means, step: Step) -> "DesignLeaf":
    """A design with its document."""
    from archgen.documents.hops import walks
    from archgen.documents.html import fragment
    from archgen.documents.part_by_part import part_by_part
    from archgen.model.page import DesignLeaf, figure_links
    from archgen.pipeline.spec_texts import spec_texts

    stem = slug(design.name).replace("_", "-")
    made = dossier(design, means=means, step=step, named=True)
    links = figure_links(stem, made.figures)
    svgs = {links[figure.name]: figure.svg for figure in made.figures}
    walked = tuple(walks(made.architecture, made.figures, made.estimate))
    html, parts = fragment(markdown(made, links, parts=False), svgs), tuple(part_by_part(made, walked))
    return DesignLeaf(design.name, stem, made, html, parts, walked, tuple(spec_texts(design)))


def pattern_leaf(entry: "Entry[Pattern]", draw: Draw) -> "Leaf[Pattern]":
    """A pattern with the figures of its structure and its walkthrough."""
    from archgen.documents.hops import walks
    from archgen.documents.part_by_part import parts_drawn
    from archgen.model.estimate import Estimate
    from archgen.model.page import Leaf

    architecture = link(scenario(entry.value))
    figures = tuple(draw(architecture))
    walked, parts = tuple(walks(architecture, figures, Estimate())), tuple(parts_drawn(architecture, figures))
    return Leaf(entry, _page(entry), figures, walked, parts)


def tree_leaf(entry: "Entry[DecisionTree]", sources: Sources, draw: Draw) -> "Leaf[DecisionTree]":
    """A decision tree with its figure, in which patterns have their names."""
    from archgen.model.page import Leaf

    names = {pattern.name: pattern.title for pattern in sources.patterns}
    return Leaf(entry, _page(entry), tuple(draw(entry.value.called(names))))


def rule_leaf(entry: "Entry[Rule]", sources: Sources, draw: Draw) -> "RuleLeaf":
    """A rule with what it finds in a design of its own."""
    from archgen.documents.part_by_part import told_together
    from archgen.model.page import RuleLeaf
    from archgen.pipeline.explaining import explanation

    explained = explanation(entry, sources.rules)
    told = explained.findings[0].subjects if explained.findings else ()
    flagged, accepted = _case("flagged", explained.flagged, told, draw), _case("accepted", explained.accepted, told, draw)
    parts = tuple(told_together(_parts(explained.flagged, flagged), _parts(explained.accepted, accepted)))
    return RuleLeaf(explained, _page(entry), flagged, accepted, parts)


def family_leaf(family: str, sources: Sources, draw: Draw) -> "FamilyLeaf":
    """What is told of a family: its article, or else the page of its patterns and that of its rules."""
    from archgen.documents.article import with_figures
    from archgen.documents.html import fragment
    from archgen.model.page import FamilyLeaf, family_figure_links

    figures = [
        dataclasses.replace(figure, name=entry.name)
        for entry in sources.figures
        if entry.family == family
        for figure in draw(entry.value)
    ]
    links = family_figure_links(family, figures)
    shown = (f"![]({link})" for link in links.values())
    told = with_figures(sources.article(family), links) or "\n\n".join((*sources.pages(family), *shown))
    return FamilyLeaf(fragment(told, {links[figure.name]: figure.svg for figure in figures}), tuple(figures))


def _case(name: str, shown: "Shown | None", told: Sequence[str], draw: Draw) -> Figure | None:
    """What the rule speaks of in a design of its own, drawn."""
    figure = case_figure(shown.design, told, draw) if shown else None
    return dataclasses.replace(figure, name=name) if figure else None


def _parts(shown: "Shown | None", figure: Figure | None) -> "Sequence[PartLeaf]":
    """What the figure of a rule's design draws."""
    from archgen.documents.part_by_part import parts_drawn

    return list(parts_drawn(link(shown.design), [figure])) if shown and figure else ()


def _page(entry: Entry[Any]) -> str:
    from archgen.documents.html import fragment

    return fragment(entry.page)
