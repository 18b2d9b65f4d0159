from dataclasses import replace

from archgen.reporters.sarif_form.descriptors import descriptors
from tests.reporters.reports import CLEAN, CRASHED, PAGE, WHOLE


def test_a_rule_is_described_from_its_claim_to_its_page() -> None:
    described = descriptors([replace(CLEAN, rules=WHOLE.rules)])["RT001"]
    assert described["shortDescription"] == {"text": "A WebSocket passes a layer 7 load balancer."}
    assert described["fullDescription"] == {
        "text": 'A WebSocket passes a layer 7 load balancer. A balancer that takes `{"a": 1}` apart may not carry the upgrade.'
    }
    assert described["help"] == {"text": PAGE.strip().replace("## ", ""), "markdown": f"# {PAGE.strip()}\n"}


def test_of_a_rule_that_is_not_known_its_name_is_told() -> None:
    assert descriptors([CRASHED]) == {
        "XX001": {
            "id": "XX001",
            "name": "my-rule",
            "shortDescription": {"text": "My rule."},
            "fullDescription": {"text": "My rule."},
        }
    }


def test_rules_of_several_designs_stand_once_by_code() -> None:
    assert list(descriptors([WHOLE, CRASHED, WHOLE])) == ["RT001", "RT002", "RT028", "RT041", "XX001"]
