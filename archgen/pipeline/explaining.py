"""Rules, explained by what they do: each is run on its own designs."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING

from archgen.dsl.design import Design
from archgen.errors import Position
from archgen.explaining import sentences, snippets
from archgen.explaining.evidence import evidence
from archgen.explaining.toml_values import toml_value
from archgen.loading import library
from archgen.model.catalogue import Entry, Shelf
from archgen.model.differences import differences, differing_lines
from archgen.model.exchange import Manner
from archgen.model.explanation import Evidence, Explanation, Related, Shown, ShownOption
from archgen.model.link import link
from archgen.model.report import Finding, Report
from archgen.model.rule import Problem, Rule
from archgen.model.rule_options import rule_options
from archgen.model.spec import Spec
from archgen.model.terms import Terms
from archgen.pipeline.judging import estimate
from archgen.pipeline.reading import Read
from archgen.pipeline.words import written

if TYPE_CHECKING:
    from archgen.dsl.pattern import Pattern

ENGINE = "engine"
# What the designs of the engine's own rules are judged by: a day, and a rule that is locked.
TERMS = Terms(today=date(2026, 1, 1), locked={"LT017": Position("archgen.toml", 2)})


def explanation(entry: Entry[Rule], rules: Shelf[Rule] | None = None, patterns: "Shelf[Pattern] | None" = None) -> Explanation:
    """All that there is to tell of a rule beside its page.

    `rules` and `patterns` are all that there are, where these are not just archgen's.
    """
    rule = entry.value
    designs = [case() for case in rule.flagged]
    flagged, accepted = _shown(entry, designs, [case() for case in rule.accepted[:1]])
    findings = _findings(entry, flagged) if flagged else ()
    every = [*findings, *chain.from_iterable(_found(entry, Spec(design)) for design in designs)]
    severities = sorted({finding.severity for finding in every}, key=lambda severity: severity.rank)
    asks, only = any(finding.asks for finding in every), all(finding.asks for finding in every)
    options = list(_options(rule))
    waivers = [] if entry.family == ENGINE else snippets.waivers(entry, _subject(flagged, findings))
    return Explanation(
        entry=entry,
        flagged=flagged,
        accepted=accepted,
        findings=findings,
        evidence=evidence_of(rule),
        severities=severities,
        asks=asks,
        options=options,
        configured=snippets.configured(entry, options),
        waivers=waivers,
        milder=snippets.milder(entry),
        related=list(related(rule.see, rules, patterns)),
        how_bad=sentences.how_bad(rule, severities),
        mending=sentences.mending(findings, asks=asks, only=only),
        waiving=sentences.waiving(waivers),
    )


def evidence_of(rule: Rule) -> Sequence[Evidence]:
    """What its findings on any of its flagged designs rest on."""
    return evidence(chain.from_iterable(_problems(rule, case()) for case in rule.flagged))


def related(
    names: Iterable[str], rules: Shelf[Rule] | None = None, patterns: "Shelf[Pattern] | None" = None
) -> Iterator[Related]:
    """The rules and patterns of these names or codes; what no longer exists is left out."""
    for name in names:
        for shelf in (rules or library.rules(), patterns or library.patterns()):
            entry = shelf.find(name)
            if entry:
                yield Related(shelf.sort, entry.id, entry.name, entry.title)
                break


def reported(explained: Explanation, manner: Manner) -> str:
    """The findings on the flagged design as the linter prints them, without what else stands in a report."""
    text = library.reporter("text")
    report = Report("", "", explained.findings)
    whole = text.show([report], manner) if text.show else text.write([report])
    lines = "\n\n".join(whole.split("\n\n")[1:-1]).splitlines()
    return "\n".join(line for line in lines if not line.startswith("  more: "))


def _shown(entry: Entry[Rule], flagged: Sequence[Design], accepted: Sequence[Design]) -> tuple[Shown | None, Shown | None]:
    """The first design that is flagged and the first that is accepted, with what tells them apart."""
    one, other = _alone(flagged, f"{entry.id}-flagged.yaml"), _alone(accepted, f"{entry.id}-accepted.yaml")
    if one is None or other is None:
        return one, other
    lines, states = differing_lines(one.text, other.text), differences(one.design, other.design)
    return replace(one, differing=lines[0], states=states[0]), replace(other, differing=lines[1], states=states[1])


def _alone(designs: Sequence[Design], path: str) -> Shown | None:
    return next((Shown(design, path, library.exporter("yaml").write(link(design))) for design in designs), None)


def _findings(entry: Entry[Rule], flagged: Shown) -> Sequence[Finding]:
    """What is found in the text of the design; in the design itself, where its text does not say all of it."""
    importer = library.importers().get("design-yaml").value
    return _found(entry, importer.read(flagged.text, flagged.path, lambda _: "")) or _found(entry, Spec(flagged.design))


def _found(entry: Entry[Rule], spec: Spec) -> Sequence[Finding]:
    from archgen.linting.run import lint

    # The engine judges waivers by all rules that there are.
    rules = library.rules() if entry.family == ENGINE else [entry]
    read = Read(spec, link(spec))
    report = lint(spec, read.architecture, estimate(read), rules, terms=TERMS)
    return [finding for finding in report.findings if finding.code == entry.code]


def _problems(rule: Rule, design: Design) -> Sequence[Problem]:
    """Nothing of a rule that breaks: that is told where it runs."""
    read = Read(Spec(design), link(design))
    try:
        return list(rule.problems(read.architecture, estimate(read)))
    except Exception:
        return ()


def _subject(flagged: Shown | None, findings: Sequence[Finding]) -> str:
    """The id of the part that is at fault, if a waiver can name it; empty otherwise."""
    if flagged is None:
        return ""
    architecture = link(flagged.design)
    known = {architecture.id(part) for part in (*architecture.components(), *architecture.connections())}
    return next((id for finding in findings for id in finding.subjects[:1] if id in known), "")


def _options(rule: Rule) -> Iterator[ShownOption]:
    for option in rule_options(rule):
        yield ShownOption(option.name, written(option.forms), toml_value(option.default), option.meaning)
