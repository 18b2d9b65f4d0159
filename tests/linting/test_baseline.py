"""What an existing system may keep, and that it only ever becomes less."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from archgen.linting.baseline import Baseline, Key, keep, taken, updated
from archgen.model.report import Finding, Report, Stale
from archgen.model.rule import Severity
from tests.linting.findings import NAMES, RULES, finding, report

FINDINGS = st.builds(
    lambda name, subjects, severity, asks: finding(name, *subjects, severity=severity, asks=asks),
    st.sampled_from(NAMES),
    st.lists(st.sampled_from(["jobs", "api"]), max_size=2, unique=True),
    st.sampled_from(list(Severity)),
    st.booleans(),
)
REPORTS = st.lists(
    st.builds(
        lambda found, design: report(*found, design=design), st.lists(FINDINGS, max_size=6), st.sampled_from(["Chat", "Shop"])
    ),
    max_size=3,
)


def kept(reports: Sequence[Report], baseline: Baseline) -> list[Report]:
    return keep(reports, baseline, (), NAMES)


def left(reports: Sequence[Report]) -> int:
    return sum(len(one.findings) for one in reports)


@given(REPORTS)
def test_a_system_stays_as_it_is_when_all_of_it_is_taken(reports: list[Report]) -> None:
    found = kept(reports, taken(reports))
    assert [one.findings for one in found] == [[] for _ in reports]
    assert [one.baselined for one in found] == [list(one.findings) for one in reports]
    assert [one.stale for one in found] == [() for _ in reports]


@given(REPORTS, REPORTS)
def test_no_finding_is_lost(before: list[Report], now: list[Report]) -> None:
    for one, judged in zip(now, kept(now, taken(before)), strict=True):
        assert sorted([*judged.findings, *judged.baselined], key=str) == sorted(one.findings, key=str)


@given(REPORTS, st.data())
def test_mending_anything_brings_up_nothing(reports: list[Report], data: st.DataObject) -> None:
    fewer = [report(*data.draw(_some(one.findings)), design=one.design) for one in reports]
    found = kept(fewer, taken(reports))
    assert left(found) == 0
    assert sum(one.fixed for judged in found for one in judged.stale) == left(reports) - left(fewer)


@given(REPORTS, FINDINGS)
def test_one_more_of_anything_is_found(reports: list[Report], new: Finding) -> None:
    more = [*reports[:-1], report(*reports[-1].findings, new, design=reports[-1].design)] if reports else [report(new)]
    assert left(kept(more, taken(reports))) == 1


@given(REPORTS, REPORTS)
def test_bringing_it_up_to_date_takes_nothing_in_and_leaves_nothing_unneeded(before: list[Report], now: list[Report]) -> None:
    baseline = taken(before)
    smaller = updated(baseline, now, (), NAMES)
    assert all(count <= baseline.get(key, 0) for key, count in smaller.items())
    assert left(kept(now, smaller)) == left(kept(now, baseline))
    assert [one.stale for one in kept(now, smaller)] == [() for _ in now]
    assert updated(smaller, now, (), NAMES) == smaller


@given(REPORTS, REPORTS)
def test_only_when_it_may_grow_what_is_new_is_taken_in(before: list[Report], now: list[Report]) -> None:
    grown = updated(taken(before), now, (), NAMES, grow=True)
    assert left(kept(now, grown)) == 0
    assert {key: count for key, count in grown.items() if key.design in {one.design for one in now}} == taken(now)


def _some(findings: Sequence[Finding]) -> st.SearchStrategy[list[Finding]]:
    flags = st.lists(st.booleans(), min_size=len(findings), max_size=len(findings))
    return flags.map(lambda keeps: [one for one, keep in zip(findings, keeps, strict=True) if keep])


def test_of_findings_that_are_counted_together_the_mildest_are_kept() -> None:
    mild, bad = finding("lone", "jobs"), finding("lone", "jobs", severity=Severity.ERROR)
    (found,) = kept([report(mild, bad)], taken([report(mild)]))
    assert (found.findings, found.baselined) == ([bad], [mild])


def test_the_order_of_parts_does_not_matter() -> None:
    (found,) = kept([report(finding("lone", "api", "jobs"))], taken([report(finding("lone", "jobs", "api"))]))
    assert (found.findings, found.stale) == ([], ())


def test_a_question_that_was_answered_badly_is_found() -> None:
    asked, bad = finding("lone", "jobs", asks=True), finding("lone", "jobs")
    (found,) = kept([report(bad)], taken([report(asked)]))
    assert (found.findings, found.stale) == ([bad], (Stale("lone", ("jobs",), 1, asks=True),))


def test_where_something_bad_may_stay_a_question_of_the_same_may_too() -> None:
    asked, bad = finding("lone", "jobs", asks=True), finding("lone", "jobs")
    (found,) = kept([report(asked)], taken([report(bad)]))
    assert (found.findings, found.baselined, found.stale) == ([], [asked], ())


def test_what_is_mended_is_told_once_for_all_reports_of_a_design() -> None:
    before = [report(finding("lone", "jobs"), finding("slow")), report(finding("lone", "jobs"))]
    first, second = kept([report(), report(finding("lone", "jobs"))], taken(before))
    assert (first.stale, second.stale) == ((Stale("lone", ("jobs",), 1), Stale("slow", (), 1)), ())


def test_what_was_not_checked_is_not_taken_for_mended() -> None:
    baseline = taken([report(finding("lone", "jobs"), finding("slow", "jobs")), report(finding("loud"), design="Shop")])
    not_run = report(rules=[entry for entry in RULES if entry.name != "lone"], crashed="slow")
    (found,) = kept([not_run], baseline)
    assert found.stale == ()
    assert updated(baseline, [not_run], (), NAMES) == baseline


def test_a_rule_that_is_no_more_finds_nothing() -> None:
    baseline = {Key("Chat", "removed", ("jobs",)): 2}
    (found,) = kept([report()], baseline)
    assert found.stale == (Stale("removed", ("jobs",), 2),)
    assert updated(baseline, [report()], (), NAMES) == {}


def test_findings_of_locked_rules_are_neither_taken_nor_kept() -> None:
    lone, slow = finding("lone", "jobs"), finding("slow", "jobs")
    reports = [report(lone, slow)]
    assert taken(reports, {"AR901"}) == {Key("Chat", "slow", ("jobs",)): 1}
    (found,) = keep(reports, taken(reports), {"AR901"}, NAMES)
    assert (found.findings, found.baselined, found.stale) == ([lone], [slow], (Stale("lone", ("jobs",), 1),))
    assert updated(taken(reports), reports, {"AR901"}, NAMES, grow=True) == {Key("Chat", "slow", ("jobs",)): 1}
