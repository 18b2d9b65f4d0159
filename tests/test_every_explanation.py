"""What every explanation owes: all of its sections, a finding that its own design gives rise to, and waivers that work."""

import json
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from textwrap import indent

import pytest

from archgen import Component, Connection, Waiver
from archgen.configuring.command_line import CommandLine
from archgen.explaining.plain import rule_data
from archgen.explaining.snippets import REASON
from archgen.exporters import python
from archgen.loading import library
from archgen.model.catalogue import Entry
from archgen.model.exchange import Manner
from archgen.model.explanation import Explanation
from archgen.model.link import link
from archgen.model.report import Finding, Report
from archgen.model.rule import Rule
from archgen.model.rule_options import rule_options
from archgen.pipeline.explaining import explanation
from archgen.pipeline.reading import read
from archgen.pipeline.settling import Settling
from archgen.pipeline.telling import page
from archgen.pipeline.verdict import judge

RULES = list(library.rules())
# It judges configurations, so that no design shows what it finds.
WITHOUT_DESIGNS = "AG004"
SECTIONS = ("Why it matters", "What to do", "When it does not apply", "How it is detected", "How to waive it", "Related")
WIDTH = 60


def rules(entries: Sequence[Entry[Rule]]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("entry", entries, ids=[entry.code for entry in entries])


every_rule = rules(RULES)
every_rule_of_designs = rules([entry for entry in RULES if entry.code != WITHOUT_DESIGNS])
every_rule_that_can_be_waived = rules([entry for entry in RULES if entry.family != "engine"])
every_rule_of_the_engine = rules([entry for entry in RULES if entry.family == "engine"])
every_rule_with_options = rules([entry for entry in RULES if entry.value.options])


@cache
def of_code(code: str) -> Explanation:
    return explanation(library.rules().get(code))


def explained(entry: Entry[Rule]) -> Explanation:
    return of_code(entry.code)


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def judged(path: str) -> Report:
    """The report on a file, with the configuration that lies beside it."""
    return judge([read(path)], CommandLine()).reports[0]


def flagged(entry: Entry[Rule]) -> tuple[Explanation, str]:
    """The explanation, and its flagged design in a file."""
    known = explained(entry)
    assert known.flagged
    Path(known.flagged.path).write_text(known.flagged.text, "utf-8")
    return known, known.flagged.path


def is_waived(report: Report, finding: Finding) -> bool:
    standing = [one for one in report.findings if one.code == finding.code and one.subjects == finding.subjects]
    waived = [one for one in report.waived if one.finding.code == finding.code and one.finding.subjects == finding.subjects]
    unused = [one for one in report.findings if one.code == "AG001"]
    return not standing and not unused and [one.reason for one in waived] == [REASON]


@every_rule
def test_an_explanation_has_every_section(entry: Entry[Rule]) -> None:
    headings = [line.removeprefix("## ") for line in page("rule", entry).splitlines() if line.startswith("## ")]
    designs = [] if entry.code == WITHOUT_DESIGNS else ["Flagged", "Accepted"]
    options = ["Options"] if entry.value.options else []
    assert headings == [*SECTIONS[:3], *designs, SECTIONS[3], *options, *SECTIONS[4:]]


@every_rule
def test_what_a_rule_points_to_is_told_with_a_title(entry: Entry[Rule]) -> None:
    related = explained(entry).related
    assert len(related) == len(entry.value.see)
    assert all(one.title for one in related)


@every_rule
def test_an_explanation_can_be_told_to_programs(entry: Entry[Rule]) -> None:
    data = rule_data(explained(entry))
    assert json.loads(json.dumps(data)) == data


@every_rule
def test_text_is_broken_where_a_terminal_ends(entry: Entry[Rule]) -> None:
    from archgen.cli.terminal.pages import shown

    manner = Manner(width=WIDTH)
    text, fenced = shown(page("rule", entry, manner), manner), False
    for line in text.splitlines():
        fenced = fenced != line.startswith("```")
        longest = max(map(len, line.split()), default=0)
        assert fenced or len(line) <= max(WIDTH, longest + 8)


@every_rule_of_designs
def test_the_text_of_the_flagged_design_gives_rise_to_the_finding(entry: Entry[Rule]) -> None:
    known = explained(entry)
    assert known.flagged
    assert known.findings
    for finding in known.findings:
        assert finding.location
        assert finding.location.path == known.flagged.path
        assert finding.because


@every_rule_of_designs
def test_the_designs_differ_where_it_is_said_that_they_do(entry: Entry[Rule]) -> None:
    known = explained(entry)
    assert known.flagged
    assert known.accepted
    assert [*known.flagged.differing, *known.accepted.differing]
    texts = [shown.text.splitlines() for shown in (known.flagged, known.accepted)]
    same = [
        [line for number, line in enumerate(lines, 1) if line and number not in shown.differing]
        for lines, shown in zip(texts, (known.flagged, known.accepted), strict=True)
    ]
    assert same[0] == same[1]


@every_rule_that_can_be_waived
def test_the_text_of_the_accepted_design_is_accepted(entry: Entry[Rule]) -> None:
    accepted = explained(entry).accepted
    assert accepted
    Path(accepted.path).write_text(accepted.text, "utf-8")
    assert [one for one in judged(accepted.path).findings if one.code == entry.code] == []


@every_rule_that_can_be_waived
def test_a_rule_says_on_what_its_findings_rest(entry: Entry[Rule]) -> None:
    found = explained(entry).evidence
    assert found
    assert all(one.attributes or one.numbers or one.besides for one in found)


@every_rule_that_can_be_waived
def test_the_waiver_in_yaml_waives_the_finding(entry: Entry[Rule]) -> None:
    known, path = flagged(entry)
    with Path(path).open("a", encoding="utf-8") as file:
        file.write(f"\n{known.waivers[0].text}\n")
    assert is_waived(judged(path), known.findings[0])


@every_rule_that_can_be_waived
def test_the_waiver_in_python_waives_the_finding(entry: Entry[Rule]) -> None:
    known = explained(entry)
    assert known.flagged
    architecture = link(known.flagged.design)
    parts: list[Component | Connection] = [*architecture.components(), *architecture.connections()]
    subject = next((part for part in parts if architecture.id(part) in known.findings[0].subjects[:1]), None)
    # With a waiver, every part that is spoken of has a variable; the snippet then takes its place.
    waived = replace(known.flagged.design, waivers=[Waiver(entry.code, subject=subject, reason="in the way")])
    text = python.exporter.write(link(waived))
    again = f"design = replace(\n    design,\n{indent(known.waivers[1].text, '    ')}\n)\n"
    Path("design.py").write_text(f"from dataclasses import replace\n\nfrom archgen import Waiver\n{text}\n{again}", "utf-8")
    assert is_waived(judged("design.py"), known.findings[0])


@every_rule_that_can_be_waived
def test_the_waiver_in_a_configuration_waives_the_finding(entry: Entry[Rule]) -> None:
    known, path = flagged(entry)
    Path("archgen.toml").write_text(known.waivers[2].text + "\n", "utf-8")
    assert is_waived(judged(path), known.findings[0])


@every_rule_that_can_be_waived
def test_a_finding_counts_for_less_where_a_configuration_says_so(entry: Entry[Rule]) -> None:
    known, path = flagged(entry)
    Path("archgen.toml").write_text(known.milder.text + "\n", "utf-8")
    before = [one.severity.rank for one in known.findings]
    after = [one.severity.rank for one in judged(path).findings if one.code == entry.code]
    assert after == [] or min(after) > min(before)


@every_rule_of_the_engine
def test_what_the_engine_reports_counts_for_less_and_is_never_waived(entry: Entry[Rule]) -> None:
    known = explained(entry)
    Path("archgen.toml").write_text(known.milder.text + "\n", "utf-8")
    assert Settling(CommandLine()).of("design.yaml").terms.severities[entry.code].value == "info"
    assert known.waivers == []
    assert "Nothing waives" in known.waiving


@every_rule_with_options
def test_the_options_are_shown_as_a_configuration_takes_them(entry: Entry[Rule]) -> None:
    configured = explained(entry).configured
    assert configured
    Path("archgen.toml").write_text(configured.text + "\n", "utf-8")
    values = Settling(CommandLine()).of("design.yaml").terms.options[entry.code]
    assert {one.name: getattr(values, one.attribute) for one in rule_options(entry.value)} == {
        one.name: one.default for one in rule_options(entry.value)
    }
