"""The report says for each term of a catalogue what says it, and fails where nothing does."""

from pathlib import Path

from tests.catalogue.coverage import conditions, report, said
from tests.catalogue.terms import Saying

RATE = Saying("attribute", "Calls.rate")


def catalogue(folder: Path, condition: str, rule: str = "ZZ001") -> Path:
    file = folder / "pumps.yaml"
    file.write_text(f"rules:\n- id: {rule}\n  condition: {condition}\n", "utf-8")
    return file


def test_the_conditions_of_a_catalogue_are_read(tmp_path: Path) -> None:
    assert list(conditions([catalogue(tmp_path, "pump.speed > 3")])) == [("ZZ001", "pump.speed > 3")]


def test_a_term_is_said_by_the_entry_of_its_own_rule() -> None:
    rules = [("ZZ001", "pump.speed > 3"), ("ZZ002", "pump.speed > 3")]
    assert list(said(rules, {"ZZ001": {"speed": (RATE,)}})) == [("ZZ001", "pump.speed", (RATE,)), ("ZZ002", "pump.speed", ())]


def test_the_key_that_is_most_like_a_term_says_it() -> None:
    other = Saying("graph", "another pump")
    known = {"ZZ001": {"speed": (other,), "pump.speed": (RATE,)}}
    assert list(said([("ZZ001", "pump.speed > 3 and speed > 3")], known)) == [
        ("ZZ001", "pump.speed", (RATE,)),
        ("ZZ001", "speed", (other,)),
    ]


def test_a_rule_of_prose_needs_an_entry_too() -> None:
    assert list(said([("ZZ001", "a pump nobody looks after")], {})) == [("ZZ001", "(nothing)", ())]
    assert list(said([("ZZ001", "a pump nobody looks after")], {"ZZ001": {"pump": (RATE,)}})) == []


def test_a_term_that_nothing_says_fails_the_report(tmp_path: Path) -> None:
    catalogue(tmp_path, "pump.speed > 3")
    assert report([str(tmp_path)]) == ("ZZ001 pump.speed: nothing says it\n1 terms, 1 that nothing says\n", 1)


def test_a_report_of_a_catalogue_without_rules_is_clean(tmp_path: Path) -> None:
    file = tmp_path / "none.yaml"
    file.write_text("rules: []\n", "utf-8")
    assert report([str(file)]) == ("0 terms, 0 that nothing says\n", 0)
