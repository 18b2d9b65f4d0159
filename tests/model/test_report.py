from dataclasses import replace

from archgen.model.report import Report, Summary, Waived, published, summary
from tests.reporters.reports import CLEAN, CRASHED, MIXED, UPGRADE, WAIVED


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


def test_on_a_published_site_every_finding_leads_to_the_page_of_its_rule() -> None:
    there = replace(UPGRADE, url="https://example.org/docs/rules/websocket-behind-layer-7.html")
    report = Report("Chat", "chat.yaml", [UPGRADE], [Waived(UPGRADE, "in spring")], [UPGRADE])
    assert published(report, "https://example.org/docs") == Report(
        "Chat", "chat.yaml", [there], [Waived(there, "in spring")], [there], site="https://example.org/docs/"
    )
