from dataclasses import replace

from archgen.model.exchange import Manner
from archgen.model.report import Report
from archgen.reporters.text import reporter, show
from tests.reporters.reports import CLEAN, CRASHED, DELIVERY, MIXED, SPREAD, UPGRADE, WAIVED, WHOLE


def test_a_clean_run_is_one_line() -> None:
    assert reporter.write([CLEAN]) == (
        "0 errors, 0 warnings, 0 infos, 0 waived, 0 baselined; "
        "14 rules run, 0 skipped, 0 crashed; 3 components and 2 connections checked\n"
    )


def test_a_finding_says_where_what_why_what_to_do_and_where_there_is_more() -> None:
    assert reporter.write([MIXED]) == (
        "Chat (chat.yaml)\n"
        "\n"
        "error RT041 connection-servers-without-delivery-between-them\n"
        "  an update of “Zoë” cannot get to a client of another server\n"
        "  because Gateway: replicas = 12\n"
        "  fix: publish updates to a topic\n"
        "  more: archgen explain RT041\n"
        "\n"
        "chat.yaml:9:5 warning RT001 websocket-behind-layer-7\n"
        "  Edge LB ends WebSocket connections at layer 7\n"
        "  because Edge LB: layer = 7 (line 9)\n"
        "      and Edge LB: websocket_upgrade is not stated\n"
        "  fix: use layer=4\n"
        "  more: archgen explain RT001\n"
        "\n"
        "1 error, 1 warning, 0 infos, 0 waived, 0 baselined; "
        "14 rules run, 2 skipped, 0 crashed; 6 components and 5 connections checked\n"
    )


def test_a_crash_is_said_loudly() -> None:
    assert reporter.write([CRASHED]) == (
        "Desk\n"
        "\n"
        "RULE CRASHED: XX001 my-rule: KeyError: 'x'\n"
        "  what it would have found in this design is not known: this run is not clean\n"
        "\n"
        "0 errors, 0 warnings, 0 infos, 0 waived, 0 baselined; "
        "13 rules run, 0 skipped, 1 CRASHED; 1 component and 0 connections checked\n"
    )


def test_the_last_line_counts_all_designs_together_and_each_rule_once() -> None:
    assert reporter.write([CLEAN, MIXED, WAIVED, CRASHED]).splitlines()[-1] == (
        "1 error, 1 warning, 0 infos, 1 waived, 0 baselined; "
        "13 rules run, 2 skipped, 1 CRASHED; 11 components and 8 connections checked"
    )


def test_only_the_first_finding_of_a_rule_leads_to_its_page() -> None:
    again = replace(UPGRADE, subjects=("other_lb",))
    assert reporter.write([replace(MIXED, findings=[UPGRADE, again])]).count("more: ") == 1


def test_questions_that_are_asked_for_stand_behind_the_findings_of_their_design() -> None:
    report = Report("Chat", "chat.yaml", [DELIVERY, SPREAD], rules_run=2)
    assert show([report], Manner(ask=True)) == (
        "Chat (chat.yaml)\n"
        "\n"
        "error RT041 connection-servers-without-delivery-between-them\n"
        "  an update of “Zoë” cannot get to a client of another server\n"
        "  because Gateway: replicas = 12\n"
        "  fix: publish updates to a topic\n"
        "  more: archgen explain RT041\n"
        "\n"
        "To be answered:\n"
        "  - chat.yaml:8 RT002 Edge LB does not say how it spreads connections\n"
        "    state the algorithm of Edge LB\n"
        "    more: archgen explain RT002\n"
        "\n"
        "1 error, 0 warnings, 0 infos, 1 to be answered, 0 waived, 0 baselined; "
        "2 rules run, 0 skipped, 0 crashed; 0 components and 0 connections checked\n"
    )


def test_what_the_baseline_keeps_without_need_is_told() -> None:
    text = reporter.write([WHOLE])
    assert "No longer needed in the baseline:\n  - persistent-connection-without-heartbeat on edge_lb: 1 is gone\n" in text
    assert "1 baselined, 1 no longer needed in the baseline;" in text


def test_a_terminal_gets_colours_and_lines_that_end_where_it_does() -> None:
    text = show([replace(MIXED, findings=[UPGRADE])], Manner(colour=True, width=44))
    assert text.startswith(
        "\x1b[1mChat (chat.yaml)\x1b[0m\n"
        "\n"
        "chat.yaml:9:5 \x1b[1;33mwarning\x1b[0m RT001\n"
        "  websocket-behind-layer-7\n"
        "  \x1b[1mEdge LB ends WebSocket connections at\x1b[0m\n"
        "  \x1b[1mlayer 7\x1b[0m\n"
        "  because \x1b[2mEdge LB: layer = 7 (line 9)\x1b[0m\n"
        "      and \x1b[2mEdge LB: websocket_upgrade is not stated\x1b[0m\n"
        "  fix: use layer=4\n"
    )


def test_nothing_that_a_design_says_is_a_command_to_a_runner_or_a_terminal() -> None:
    nasty = replace(UPGRADE, message="::error::done ##[group]x", because=["a\x1b[2Jb\nc"], fix="##[group]x")
    for colour in (False, True):
        text = show([Report("::stop-commands::x", "", [nasty])], Manner(colour=colour))
        assert [line for line in text.splitlines() if line.lstrip().startswith("::") or "##[" in line] == []
        assert "because a" in text.replace("\x1b[2m", "")
        assert "\x1b[2J" not in text
