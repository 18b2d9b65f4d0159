import json

from archgen.explaining.plain import pattern_data, rule_data, tree_data
from archgen.model.explanation import Related
from tests.explaining.orders import entry, explained
from tests.explaining.test_patterns import PATTERN
from tests.explaining.test_trees import TREE

RELATED = [Related("pattern", "queue", "queue", "Queue")]


def test_all_of_a_rule_is_plain_data() -> None:
    data = rule_data(explained(entry(formerly=("CA899",))))
    assert json.loads(json.dumps(data)) == data
    assert (data["severity"], data["formerly"]) == ("warning", ["CA899"])
    assert data["flagged"] == {
        "path": "CA900-flagged.yaml",
        "yaml": "archgen: 1\ndesign: Orders\n",
        "differing": [2],
        "states": ["App calls API: timeout = 9 s"],
    }
    assert data["evidence"] == [
        {"word": "calls", "attributes": ["timeout"], "numbers": ["rate"], "besides": "that it is there"},
        {"word": "service", "attributes": [], "numbers": [], "besides": "what it is"},
    ]


def test_a_pattern_is_plain_data() -> None:
    data = pattern_data(PATTERN, "archgen: 1\n", RELATED)
    assert data["steps"] == ["App to API: asks", "API to App: answers"]
    assert data["requires"] == [{"text": "an end to waiting", "met_by": ["App calls API: timeout = 1 s"]}]
    assert data["trade_offs"] == [{"gain": "nothing to run", "cost": "the caller waits"}]
    assert data["related"] == [{"sort": "pattern", "id": "queue", "name": "queue", "title": "Queue"}]


def test_a_tree_is_a_tree_of_objects() -> None:
    tree = tree_data(TREE, [])["tree"]
    assert isinstance(tree, dict)
    assert (tree["question"], tree["needs"]) == ("At once?", ["latency_budget"])
    assert tree["branches"]["no"]["branches"]["no"] == {"pattern": "queue", "reason": "nobody waits"}
