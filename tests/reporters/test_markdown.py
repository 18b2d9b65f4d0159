import re
from collections.abc import Sequence
from dataclasses import replace
from html import unescape

from hypothesis import given, settings
from markdown_it import MarkdownIt

from archgen.model.exchange import Manner
from archgen.model.report import Report, published
from archgen.reporters.markdown import reporter, show
from archgen.reporters.wording.sentences import sentence
from tests.reporters.any_reports import reports
from tests.reporters.reports import CLEAN, DELIVERY, SPREAD, UPGRADE, WAIVED


def test_a_clean_run_is_a_heading_and_what_it_comes_to() -> None:
    assert reporter.write([CLEAN]) == (
        "## archgen lint\n"
        "\n"
        "**0 errors, 0 warnings, 0 infos, 0 waived, 0 baselined**<br>"
        "14 rules run, 0 skipped, 0 crashed; 3 components and 2 connections checked\n"
    )


def test_a_finding_is_an_entry_with_its_reasons_and_its_fix() -> None:
    assert (
        "#### Warnings\n"
        "\n"
        "- **Edge LB ends WebSocket connections at layer 7.** `RT001` websocket-behind-layer-7, `chat.yaml:9:5`\n"
        "  - because Edge LB: layer = 7 (line 9)\n"
        "  - and Edge LB: websocket_upgrade is not stated\n"
        "  - **Fix:** Use layer=4.\n"
    ) in reporter.write([Report("Chat", "chat.yaml", [UPGRADE])])


def test_the_worst_stands_first_and_questions_that_are_asked_for_last() -> None:
    text = show([Report("Chat", "chat.yaml", [SPREAD, UPGRADE, DELIVERY])], Manner(ask=True))
    assert re.findall(r"^#### (.*)$", text, re.MULTILINE) == ["Errors", "Warnings", "To be answered"]


def test_what_is_waived_is_folded_away_with_its_reason() -> None:
    assert "<details><summary>1 finding waived</summary>" in reporter.write([WAIVED])
    assert "  - waived, edge team, until 2031-04-30: The proxy goes in spring.\n" in reporter.write([WAIVED])


def test_rules_on_a_published_site_are_linked() -> None:
    text = reporter.write([published(Report("Chat", "chat.yaml", [UPGRADE]), "https://example.org")])
    assert "[`RT001` websocket-behind-layer-7](<https://example.org/rules/websocket-behind-layer-7.html>)" in text


def test_nobody_is_called_by_a_design() -> None:
    assert "@all" not in reporter.write([Report("Chat", "chat.yaml", [replace(UPGRADE, message="ask @all")])])


@settings(max_examples=30)
@given(several=reports())
def test_every_message_is_read_as_it_was_written_and_makes_nothing_else(several: Sequence[Report]) -> None:
    html = MarkdownIt("commonmark").enable("table").render(reporter.write(several))
    tags = set(re.findall(r"<(\w+)", html))
    assert tags <= {"h2", "h3", "h4", "p", "strong", "br", "ul", "li", "code", "details", "summary"}
    text = unescape(re.sub(r"<[^>]+>", "", html))
    assert all(sentence(one.message) in text for report in several for one in report.findings)
