from archgen.model.report import Summary, summary
from tests.reporters.reports import CLEAN, CRASHED, MIXED, WAIVED


def test_reports_add_up_and_each_rule_counts_once() -> None:
    assert summary([CLEAN, MIXED, WAIVED, CRASHED]) == Summary(
        components=11,
        connections=8,
        rules_run=13,
        rules_skipped=2,
        rules_crashed=1,
        errors=1,
        warnings=1,
        infos=0,
        waived=1,
        baselined=0,
    )


def test_no_report_is_nothing_at_all() -> None:
    assert summary([]) == Summary(0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
