from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given, settings

from archgen.model.report import Report
from archgen.reporters.wording.items import items, spoken_of
from tests.reporters.any_reports import reports
from tests.reporters.reports import MIXED, UPGRADE, WHOLE


def test_what_stands_comes_before_what_is_waived_and_that_before_what_is_baselined() -> None:
    told = [(item.finding.code, item.waived is not None, item.baselined) for item in items([WHOLE])]
    standing = [("RT041", False, False), ("RT001", False, False), ("RT002", False, False)]
    assert told == [*standing, ("RT001", True, False), ("RT002", True, False), ("RT001", False, True)]


def test_a_path_that_is_written_otherwise_is_the_same() -> None:
    one, other = (next(items([Report("Chat", path, [UPGRADE])])).identity for path in ("chat.yaml", "./chat.yaml"))
    assert one == other


def test_another_rule_design_or_part_is_another_finding() -> None:
    others = [
        Report("Chat", "chat.yaml", [UPGRADE]),
        Report("Room", "chat.yaml", [UPGRADE]),
        Report("Chat", "chat.yaml", [replace(UPGRADE, code="RT002")]),
        Report("Chat", "chat.yaml", [replace(UPGRADE, subjects=("edge_lb",))]),
    ]
    assert len({next(items([report])).identity for report in others}) == 4


@settings(max_examples=30)
@given(several=reports())
def test_no_two_findings_of_a_run_are_known_by_the_same(several: Sequence[Report]) -> None:
    known = [item.identity for item in items(several)]
    assert len(known) == len(set(known))


def test_every_rule_that_has_something_to_say_is_spoken_of() -> None:
    assert dict(spoken_of(WHOLE)).keys() == {"RT041", "RT001", "RT002", "XX001"}
    assert dict(spoken_of(MIXED))["RT001"] == "websocket-behind-layer-7"
