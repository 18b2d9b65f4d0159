"""What every edit of a rule owes: in the text of any design that the rule flags it can be made, and clears what was found."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from archgen.dsl.design import Design
from archgen.dsl.shape import shape
from archgen.estimating.run import estimate
from archgen.exporters import python, yaml
from archgen.linting.run import lint
from archgen.loading import library
from archgen.model.catalogue import Entry
from archgen.model.link import link
from archgen.model.report import Finding, Report
from archgen.model.rule import Problem, Rule
from archgen.pipeline.fixing import Fixed, fix
from archgen.pipeline.reading import Read, read_all

RULES = list(library.rules())
Case = tuple[Entry[Rule], Callable[[], Design]]


def problems(entry: Entry[Rule], design: Design) -> list[Problem]:
    architecture = link(design)
    return list(entry.value.problems(architecture, estimate(architecture)))


def cases() -> Iterator[tuple[str, Case]]:
    for entry in RULES:
        for number, case in enumerate(entry.value.flagged, 1):
            if any(problem.edits for problem in problems(entry, case())):
                yield f"{entry.code}-{number}", (entry, case)


EDITED = dict(cases())
FORMS = {"yaml": yaml.exporter, "py": python.exporter}


@dataclass(frozen=True)
class Verdict:
    reports: Sequence[Report]


def fixed(path: str, rules: Sequence[Entry[Rule]]) -> Fixed[Verdict]:
    def judge(designs: Sequence[Read]) -> Verdict:
        return Verdict([lint(one.spec, one.architecture, estimate(one.architecture), rules) for one in designs])

    return fix(lambda drafts: read_all([path], drafts=drafts), judge, unsafe=True)


def of(entry: Entry[Rule], result: Fixed[Verdict]) -> list[Finding]:
    return [one for report in result.reports for one in report.findings if one.code == entry.code and one.edits]


every_edited = pytest.mark.parametrize(("entry", "case"), EDITED.values(), ids=EDITED)
every_form = pytest.mark.parametrize("form", FORMS)


@every_edited
@every_form
def test_an_edit_can_be_made_in_the_text_and_clears_the_finding(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str, entry: Entry[Rule], case: Callable[[], Design]
) -> None:
    monkeypatch.chdir(tmp_path)
    text = FORMS[form].write(link(case()))
    Path(f"d.{form}").write_text(text, "utf-8")
    result = fixed(f"d.{form}", [entry])
    assert [(one.message, one.unmade) for one in of(entry, result)] == []
    assert result.made
    assert [change.path for change in result.changes] == [f"d.{form}"]
    after = result.changes[0].after.decode()
    Path(f"d.{form}").write_text(after, "utf-8")
    assert fixed(f"d.{form}", [entry]).changes == []


@every_edited
def test_with_all_rules_no_edit_brings_a_finding(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, entry: Entry[Rule], case: Callable[[], Design]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("d.yaml").write_text(yaml.exporter.write(link(case())), "utf-8")
    known = {(one.code, tuple(one.subjects)) for one in reported("d.yaml")}
    result = fixed("d.yaml", RULES)
    for change in result.changes:
        Path(change.path).write_bytes(change.after)
    assert {(one.code, tuple(one.subjects)) for one in reported("d.yaml")} <= known
    assert all(one.unmade for one in of(entry, result))


def reported(path: str) -> Sequence[Finding]:
    [design] = read_all([path])
    return lint(design.spec, design.architecture, estimate(design.architecture), RULES).findings


@every_edited
def test_an_edit_states_an_attribute_that_its_part_has_and_does_not_state_so_already(
    entry: Entry[Rule], case: Callable[[], Design]
) -> None:
    for problem in problems(entry, case()):
        for edit in problem.edits:
            assert edit.attribute in shape(type(edit.part))
            assert getattr(edit.part, edit.attribute) != edit.value
            assert problem.unsafe or getattr(edit.part, edit.attribute) is None, "what replaces a statement is not safe"
