from archgen.reporters.sarif_form.results import file_location, result
from archgen.reporters.wording.items import items
from tests.reporters.reports import MIXED, WHOLE


def test_a_result_names_its_rule_by_code_and_number() -> None:
    given = [result(item, ["RT001", "RT041"], compared=False) for item in items([MIXED])]
    assert [(one["ruleId"], one["ruleIndex"]) for one in given] == [("RT041", 1), ("RT001", 0)]


def test_only_what_is_compared_is_new_or_not() -> None:
    (first, *_) = items([WHOLE])
    assert "baselineState" not in result(first, ["RT041"], compared=False)
    assert result(first, ["RT041"], compared=True)["baselineState"] == "new"


def test_a_whole_file_is_named_from_the_folder_of_the_run() -> None:
    artifact = {"uri": "chat.yaml", "uriBaseId": "%SRCROOT%"}
    assert file_location("./chat.yaml") == {"physicalLocation": {"artifactLocation": artifact}}
