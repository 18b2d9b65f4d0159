import tomllib

import yaml

from archgen.explaining.snippets import REASON, configured, milder, waivers
from archgen.model.explanation import ShownOption
from archgen.model.rule import Severity
from tests.explaining.orders import entry


def test_a_waiver_is_written_in_every_language() -> None:
    in_yaml, in_python, in_toml = waivers(entry(), "app-calls-api")
    said = {"rule": "call-of-orders", "subject": "app-calls-api", "reason": REASON}
    assert yaml.safe_load(in_yaml.text) == {"waivers": [said]}
    assert tomllib.loads(in_toml.text) == {"lint": {"waivers": [said]}}
    assert "subject=app_calls_api," in in_python.text
    assert [one.language for one in (in_yaml, in_python, in_toml)] == ["yaml", "python", "toml"]


def test_a_waiver_of_the_whole_design_names_no_part() -> None:
    assert [one.text for one in waivers(entry(), "") if "subject" in one.text] == []


def test_the_options_of_a_rule_are_a_table() -> None:
    options = [ShownOption("longest", "a duration", '"30s"', "How long."), ShownOption("most", "a count", "", "How many.")]
    found = configured(entry(), options)
    assert found
    assert tomllib.loads(found.text) == {"lint": {"rules": {"call-of-orders": {"longest": "30s"}}}}


def test_a_rule_without_options_has_no_table() -> None:
    assert configured(entry(), []) is None


def test_what_is_worth_a_thought_can_only_be_left_out() -> None:
    severities = [tomllib.loads(milder(entry(one)).text)["lint"]["severity"]["call-of-orders"] for one in Severity]
    assert severities == ["info", "info", "off"]
