"""Findings cleared by their edits, round after round, and nothing made that brings another."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from archgen import Client, Component, Queue, Service
from archgen.estimating.run import estimate
from archgen.linting.run import lint
from archgen.model.architecture import Architecture
from archgen.model.catalogue import Entry
from archgen.model.estimate import Estimate
from archgen.model.report import Report
from archgen.model.rule import Edit, Problem, Rule, Severity
from archgen.pipeline.fixing import Fixed, fix, fixable
from archgen.pipeline.reading import Read, read_all

YAML = "archgen: 1\ndesign: D\ncomponents:\n  api: {kind: service}  # one\n  web: {kind: service}\n  app: {kind: client}\n"
PYTHON = """\
from archgen import Client, Design, Service

api, web = Service("Api"), Service("Web")
made = [Service(name) for name in ("First", "Second")]

design = Design("D", [api, web, Client("App")])  # made
"""
Found = Callable[[Component], Problem | None]


@dataclass(frozen=True)
class Verdict:
    reports: Sequence[Report]


def rule(code: str, found: Found) -> Entry[Rule]:
    """A rule that looks at one component after another."""

    def check(architecture: Architecture, estimate: Estimate) -> Iterable[Problem]:
        return (problem for part in architecture.components() if (problem := found(part)))

    return Entry(code.lower(), "engine", "", "", Rule(code, Severity.WARNING, check, [], []), code)


def wanting(code: str, attribute: str, value: object, *, kind: type[Component] = Service, unsafe: bool = False) -> Entry[Rule]:
    """A rule that wants an attribute to have a value."""

    def found(part: Component) -> Problem | None:
        if not isinstance(part, kind) or getattr(part, attribute) == value:
            return None
        return Problem(part, f"{attribute} is wrong", (), "state it", edits=[Edit(part, attribute, value)], unsafe=unsafe)

    return rule(code, found)


def fixed(rules: Sequence[Entry[Rule]], *paths: str, unsafe: bool = False) -> Fixed[Verdict]:
    def judge(designs: Sequence[Read]) -> Verdict:
        return Verdict([lint(one.spec, one.architecture, estimate(one.architecture), rules) for one in designs])

    return fix(lambda drafts: read_all(paths, drafts=drafts), judge, unsafe=unsafe)


def after(result: Fixed[Verdict]) -> dict[str, str]:
    return {change.path: change.after.decode() for change in result.changes}


def left(result: Fixed[Verdict]) -> list[tuple[str, str, str]]:
    return [(one.code, *one.subjects, one.unmade) for report in result.reports for one in report.findings]  # type: ignore[misc]


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "d.yaml").write_text(YAML)
    (tmp_path / "d.py").write_text(PYTHON)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_all_edits_are_made_in_drafts_and_nothing_is_written(here: Path) -> None:
    result = fixed([wanting("A", "replicas", 2), wanting("B", "platform", "web", kind=Client)], "d.yaml", "d.py")
    assert after(result) == {
        "d.yaml": YAML.replace("service}", "service, replicas: 2}").replace("client}", "client, platform: web}"),
        "d.py": PYTHON.replace('"Api")', '"Api", replicas=2)')
        .replace('"Web")', '"Web", replicas=2)')
        .replace('"App")', '"App", platform="web")'),
    }
    assert (result.made, left(result)) == (6, [])
    assert ((here / "d.yaml").read_text(), (here / "d.py").read_text()) == (YAML, PYTHON)


def test_fixing_what_was_fixed_changes_nothing(here: Path) -> None:
    rules = [wanting("A", "replicas", 2), wanting("B", "replicas", 3), wanting("C", "managed", True)]
    for path in ("d.yaml", "d.py"):
        first = fixed(rules, path)
        (here / path).write_text(after(first)[path])
        second = fixed(rules, path)
        assert (second.made, after(second), left(second)) == (0, {}, left(first))


def test_unsafe_edits_are_made_only_where_they_are_asked_for() -> None:
    rules = [wanting("A", "replicas", 2), wanting("B", "managed", True, unsafe=True)]
    result = fixed(rules, "d.yaml")
    assert (result.made, result.unsafe, len(left(result))) == (2, 2, 2)
    assert "managed" not in after(result)["d.yaml"]
    assert (fixed(rules, "d.yaml", unsafe=True).made, fixed(rules, "d.yaml", unsafe=True).unsafe) == (4, 0)


def test_the_first_of_two_findings_that_edit_the_same_differently_wins() -> None:
    result = fixed([wanting("A", "replicas", 2), wanting("B", "replicas", 3)], "d.yaml")
    assert "replicas: 2" in after(result)["d.yaml"]
    assert left(result) == [("B", "api", "that would bring warning A a"), ("B", "web", "that would bring warning A a")]


def test_an_edit_that_brings_a_finding_is_left_out_and_all_others_are_made() -> None:
    def overloaded(part: Component) -> Problem | None:
        return Problem(part, "too many", (), "f") if part.name == "Web" and isinstance(part, Service) and part.replicas else None

    rules = [wanting("A", "replicas", 2), wanting("B", "managed", True), rule("C", overloaded)]
    result = fixed(rules, "d.yaml")
    assert result.made == 3
    assert left(result) == [("A", "web", "that would bring warning C c")]
    assert after(result)["d.yaml"] == YAML.replace("service}  #", "service, replicas: 2, managed: true}  #").replace(
        "web: {kind: service}", "web: {kind: service, managed: true}"
    )


def test_an_edit_can_make_room_for_another() -> None:
    def next_step(part: Component) -> Problem | None:
        if not isinstance(part, Service) or part.managed:
            return None
        return Problem(part, "m", (), "f", edits=[Edit(part, "managed", True)] if part.replicas else ())

    result = fixed([wanting("A", "replicas", 2), rule("B", next_step)], "d.yaml")
    assert (result.made, left(result)) == (4, [])


def test_the_edits_of_a_finding_are_made_together_or_not_at_all() -> None:
    def both(part: Component) -> Problem | None:
        edits = [Edit(part, "managed", True), Edit(part, "max_receives", 5)]
        return Problem(part, "m", (), "f", edits=edits) if not part.managed else None

    result = fixed([rule("A", both)], "d.yaml")
    assert after(result) == {}
    assert {why.partition(":")[0] for _, _, why in left(result)} == {"the design could not be read then"}


def test_an_edit_that_clears_nothing_is_not_made() -> None:
    def never_content(part: Component) -> Problem | None:
        return Problem(part, "m", (), "f", edits=[Edit(part, "managed", True)])

    result = fixed([rule("A", never_content)], "d.yaml")
    assert (result.made, after(result)) == (0, {})
    assert {why for _, _, why in left(result)} == {"it would be found all the same"}


def test_an_edit_that_crashes_a_rule_is_not_made() -> None:
    def fragile(part: Component) -> Problem | None:
        if part.managed:
            raise ValueError("no")
        return None

    result = fixed([wanting("A", "managed", True, kind=Client), rule("B", fragile)], "d.yaml")
    assert left(result) == [("A", "app", "that would bring a crash of B b")]


def test_what_cannot_be_edited_says_why(here: Path) -> None:
    (here / "d.py").write_text(PYTHON.replace("[api, web,", "[*made, web,"))
    result = fixed([wanting("A", "replicas", 2)], "d.py")
    why = "is made in the list on line 4 by the rule for all its entries"
    assert (result.made, left(result)) == (1, [("A", "first", f"First {why}"), ("A", "second", f"Second {why}")])


def test_a_file_of_two_designs_is_edited_once(here: Path) -> None:
    (here / "parts.yaml").write_text("components:\n  queue: {kind: queue}\n")
    for name in ("a", "b"):
        (here / f"{name}.yaml").write_text(f"archgen: 1\ndesign: {name}\ninclude: [parts.yaml]\n")
    result = fixed([wanting("A", "durable", True, kind=Queue)], "a.yaml", "./b.yaml")
    assert after(result) == {"parts.yaml": "components:\n  queue: {kind: queue, durable: true}\n"}
    assert left(result) == []


def test_an_edit_for_one_design_that_harms_another_is_not_made(here: Path) -> None:
    (here / "parts.yaml").write_text("components:\n  queue: {kind: queue}\n")
    for name in ("a", "b"):
        (here / f"{name}.yaml").write_text(f"archgen: 1\ndesign: {name}\ninclude: [parts.yaml]\n")

    def of_b(architecture: Architecture, estimate: Estimate) -> Iterable[Problem]:
        queue = next(iter(architecture.components(Queue)))
        return [Problem(queue, "m", (), "f")] if architecture.name == "b" and queue.durable else []

    def of_a(architecture: Architecture, estimate: Estimate) -> Iterable[Problem]:
        queue = next(iter(architecture.components(Queue)))
        edits = [Edit(queue, "durable", True)]
        return [Problem(queue, "m", (), "f", edits=edits)] if architecture.name == "a" and not queue.durable else []

    rules = [
        Entry(code, "engine", "", "", Rule(code, Severity.WARNING, check, [], []), code)
        for code, check in {"A": of_a, "B": of_b}.items()
    ]
    assert fixed(rules, "a.yaml").made == 1
    assert left(fixed(rules, "a.yaml", "b.yaml")) == [("A", "queue", "that would bring warning B B")]


def test_parts_of_files_that_the_design_was_not_read_from_are_left_alone(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (here / "lib").mkdir()
    (here / "own").mkdir()
    (here / "lib" / "shared_parts.py").write_text('from archgen import Service\n\napi = Service("Api")\n')
    (here / "own" / "d.py").write_text(
        'from archgen import Design\nfrom shared_parts import api\n\ndesign = Design("D", [api])\n'
    )
    monkeypatch.syspath_prepend(str(here / "lib"))
    result = fixed([wanting("A", "replicas", 2)], "own/d.py")
    assert left(result) == [("A", "api", "Api is not written out in a file of the design")]


@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_file_keeps_its_ends_of_lines_and_the_mark_that_it_begins_with(here: Path, mark: str) -> None:
    text = mark + YAML.replace("\n", "\r\n").replace("  web: {kind: service}", "  web:\r\n    kind: service")
    (here / "d.yaml").write_bytes(text.encode())
    result = fixed([wanting("A", "replicas", 2)], "d.yaml")
    expected = text.replace("service}", "service, replicas: 2}").replace(
        "kind: service\r\n", "kind: service\r\n    replicas: 2\r\n"
    )
    assert after(result)["d.yaml"] == expected


def test_how_much_could_be_fixed_is_known_without_trying(here: Path) -> None:
    (here / "d.py").write_text(PYTHON.replace("[api, web,", "[*made, web,"))
    designs = read_all(["d.py", "d.yaml"])
    rules = [wanting("A", "replicas", 2), wanting("B", "managed", True, kind=Client, unsafe=True)]
    reports = [lint(one.spec, one.architecture, estimate(one.architecture), rules) for one in designs]
    assert fixable(designs, Verdict(reports)) == (3, 2)
