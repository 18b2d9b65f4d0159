from dataclasses import replace

from archgen.reporters.sarif_form.messages import advice, message
from tests.reporters.reports import UPGRADE


def test_advice_says_what_why_and_what_to_do_in_both_forms() -> None:
    assert advice(UPGRADE) == {
        "text": (
            "Edge LB ends WebSocket connections at layer 7.\n"
            "because Edge LB: layer = 7 (line 9)\n"
            "and Edge LB: websocket_upgrade is not stated\n"
            "Fix: use layer=4\n"
            "More: archgen explain RT001"
        ),
        "markdown": (
            "**Edge LB ends WebSocket connections at layer 7.**\n\n"
            "- because Edge LB: layer = 7 (line 9)\n"
            "- and Edge LB: websocket_upgrade is not stated\n\n"
            "**Fix:** Use layer=4."
        ),
    }


def test_advice_without_reasons_has_no_list() -> None:
    assert advice(replace(UPGRADE, because=()))["markdown"].count("\n\n") == 1


def test_a_single_brace_would_begin_a_place_to_fill_in() -> None:
    assert message("a {0} b") == {"text": "a {{0}} b"}
