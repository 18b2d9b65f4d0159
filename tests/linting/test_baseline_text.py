"""The baseline as a file. What is said of broken ones stands in tests/broken_configs."""

import json
import string

from hypothesis import given
from hypothesis import strategies as st

from archgen.linting.baseline import Key
from archgen.linting.baseline_text import read, written
from archgen.model.catalogue import Shelf
from tests.linting.findings import RULES

SHELF = Shelf("rule", RULES)
NAMES = st.text(string.ascii_letters + ' é"\\\n', min_size=1, max_size=6)
KEYS = st.builds(
    Key, NAMES, st.sampled_from(["lone", "slow", "removed"]), st.lists(NAMES, max_size=3).map(sorted).map(tuple), st.booleans()
)
BASELINES = st.dictionaries(KEYS, st.integers(1, 9), max_size=5)


def test_an_entry_stands_on_a_line_that_people_can_read() -> None:
    baseline = {Key("Shop", "slow", ()): 1, Key("Chat", "lone", ("api", "jobs")): 2, Key("Chat", "lone", ("api",), asks=True): 1}
    assert (
        written(baseline)
        == """\
{
  "schema_version": 1,
  "entries": [
    {"design": "Chat", "rule": "lone", "subjects": ["api"], "count": 1, "asks": true},
    {"design": "Chat", "rule": "lone", "subjects": ["api", "jobs"], "count": 2},
    {"design": "Shop", "rule": "slow", "subjects": [], "count": 1}
  ]
}
"""
    )


def test_without_entries_it_is_a_baseline_all_the_same() -> None:
    assert read(written({}), "b.json", SHELF) == {}
    assert json.loads(written({Key("Chat", "lone", ()): 0})) == {"schema_version": 1, "entries": []}


@given(BASELINES)
def test_what_is_written_is_read_again_and_always_written_alike(baseline: dict[Key, int]) -> None:
    text = written(baseline)
    assert read(text, "b.json", SHELF) == baseline
    assert written(dict(reversed(list(baseline.items())))) == text


def test_rules_are_known_by_what_they_once_were_called_and_by_their_codes() -> None:
    entries = [{"design": "Chat", "rule": name, "subjects": ["b", "a"], "count": 2} for name in ("alone", "AR777", "AR901")]
    text = json.dumps({"schema_version": 1, "entries": entries})
    assert read(text, "b.json", SHELF) == {Key("Chat", "lone", ("a", "b")): 2}
