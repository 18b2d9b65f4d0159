"""What there is to tell of anything that has a name: as a page, as plain data, and as files of figures and designs."""

import dataclasses
from collections.abc import Iterator, Mapping
from typing import Any

from archgen.dsl.decision_tree import Choose, DecisionTree
from archgen.dsl.design import Design
from archgen.dsl.pattern import Pattern
from archgen.dsl.walkthrough import Walkthrough
from archgen.dsl.word import Word
from archgen.explaining.patterns import pattern_page
from archgen.explaining.plain import pattern_data, rule_data, tree_data
from archgen.explaining.rules import rule_page
from archgen.explaining.trees import WIDTH, tree_page
from archgen.explaining.words import RuleAbout, rules_data, word_page
from archgen.loading import library
from archgen.model.catalogue import Entry
from archgen.model.exchange import Manner
from archgen.model.explanation import Related
from archgen.model.link import link
from archgen.pipeline.drawing import drawings, paint, place
from archgen.pipeline.explaining import evidence_of, explanation, related, reported
from archgen.pipeline.own_entries import Known, shipped
from archgen.pipeline.words import word_data

PLAIN = Manner()


def page(sort: str, entry: Entry[Any], manner: Manner = PLAIN, known: Known | None = None) -> str:
    """Its page in Markdown, with what archgen finds out by itself. What cannot be broken later is as wide as `manner` says.

    `known` is all that there is, where that is not just archgen's.
    """
    among = known or shipped()
    if sort == "rule":
        explained = explanation(entry, among.rules, among.patterns)
        return rule_page(explained, reported(explained, manner))
    if sort == "pattern":
        return pattern_page(entry, _yaml(entry.value), list(_about_pattern(entry, among)))
    if sort == "tree":
        return tree_page(entry, list(_leaves(entry.value, among)), manner.width or WIDTH)
    return word_page(entry.value, entry.page, list(_about_word(entry)))


def data(sort: str, entry: Entry[Any], known: Known | None = None) -> Mapping[str, object]:
    """The same as plain data."""
    among = known or shipped()
    if sort == "rule":
        return rule_data(explanation(entry, among.rules, among.patterns))
    if sort == "pattern":
        return pattern_data(entry.value, _yaml(entry.value), list(_about_pattern(entry, among)))
    if sort == "tree":
        return tree_data(entry.value, list(_leaves(entry.value, among)))
    return {**word_data(entry.value), "rules": rules_data(list(_about_word(entry)))}


def files(sort: str, entry: Entry[Any]) -> Iterator[tuple[str, bytes]]:
    """Its designs as YAML and all its figures as SVG, each with the name of its file; nothing for a word."""
    if sort == "rule":
        explained = explanation(entry)
        for shown in filter(None, (explained.flagged, explained.accepted)):
            yield shown.path, shown.text.encode()
            yield from _figures(shown.path.removesuffix(".yaml"), link(shown.design))
    elif sort == "pattern":
        yield f"{entry.name}.yaml", _yaml(entry.value).encode()
        yield from _figures(entry.name, link(scenario(entry.value)))
    elif sort == "tree":
        yield from _figures(entry.name, entry.value)


def scenario(pattern: Pattern) -> Design:
    """The structure of a pattern with its walkthrough, so that both are drawn."""
    if not pattern.walkthrough:
        return pattern.structure
    return dataclasses.replace(pattern.structure, walkthroughs=[Walkthrough(pattern.title, pattern.walkthrough)])


def _figures(stem: str, subject: object) -> Iterator[tuple[str, bytes]]:
    """The first is called as the subject, each further one by its own name as well."""
    for number, drawn in enumerate(drawings(subject)):
        yield f"{stem}-{drawn.name}.svg" if number else f"{stem}.svg", paint(place(drawn), "svg")


def _yaml(pattern: Pattern) -> str:
    return library.exporter("yaml").write(link(pattern.structure))


def _about_pattern(entry: Entry[Pattern], among: Known) -> Iterator[Related]:
    """The patterns that it names, the rules that look after it, the trees that lead to it."""
    yield from related(entry.value.related, among.rules, among.patterns)
    for rule in among.rules:
        if entry.name in rule.value.see:
            yield Related("rule", rule.id, rule.name, rule.title)
    for tree in among.trees:
        if any(leaf.name == entry.name for leaf in _leaves(tree.value, among)):
            yield Related("tree", tree.id, tree.name, tree.title)


def _about_word(entry: Entry[type[Word]]) -> Iterator[RuleAbout]:
    """The rules whose findings rest on the word."""
    for rule in library.rules():
        for one in evidence_of(rule.value):
            if one.word == entry.name:
                yield RuleAbout(Related("rule", rule.id, rule.name, rule.title), one)


def _leaves(tree: DecisionTree, among: Known) -> Iterator[Related]:
    """The patterns that a tree leads to, each once."""
    names = dict.fromkeys(node.pattern for node in tree.nodes() if isinstance(node, Choose))
    yield from related(names, among.rules, among.patterns)
