from archgen.reporters.text import reporter
from tests.reporters.reports import CLEAN, CRASHED, MIXED, WAIVED


def test_a_clean_run_is_one_line() -> None:
    assert reporter.write([CLEAN]) == (
        "0 errors, 0 warnings, 0 infos, 0 waived; 14 rules run, 0 skipped, 0 crashed; 3 components and 2 connections checked\n"
    )


def test_a_finding_says_where_what_why_and_what_to_do() -> None:
    assert reporter.write([MIXED]) == (
        "Chat (chat.yaml)\n"
        "\n"
        "error RT041 connection-servers-without-delivery-between-them\n"
        "  an update of “Zoë” cannot get to a client of another server\n"
        "  because Gateway: replicas = 12\n"
        "  fix: publish updates to a topic\n"
        "\n"
        "chat.yaml:9:5 warning RT001 websocket-behind-layer-7\n"
        "  Edge LB ends WebSocket connections at layer 7\n"
        "  because Edge LB: layer = 7 (line 9)\n"
        "      and Edge LB: websocket_upgrade is not stated\n"
        "  fix: use layer=4\n"
        "\n"
        "1 error, 1 warning, 0 infos, 0 waived; 14 rules run, 2 skipped, 0 crashed; 6 components and 5 connections checked\n"
    )


def test_a_crash_is_said_loudly() -> None:
    assert reporter.write([CRASHED]) == (
        "Desk\n"
        "\n"
        "RULE CRASHED: XX001 my-rule: KeyError: 'x'\n"
        "  what it would have found in this design is not known: this run is not clean\n"
        "\n"
        "0 errors, 0 warnings, 0 infos, 0 waived; 13 rules run, 0 skipped, 1 CRASHED; 1 component and 0 connections checked\n"
    )


def test_the_last_line_counts_all_designs_together_and_each_rule_once() -> None:
    assert reporter.write([CLEAN, MIXED, WAIVED, CRASHED]).splitlines()[-1] == (
        "1 error, 1 warning, 0 infos, 1 waived; 13 rules run, 2 skipped, 1 CRASHED; 11 components and 8 connections checked"
    )
