from archgen.explaining.related import related_lines
from archgen.model.explanation import Related


def test_a_rule_is_named_by_its_code_too() -> None:
    related = [Related("rule", "RT001", "websocket-behind-layer-7", "A title"), Related("pattern", "cache", "cache", "Cache")]
    assert list(related_lines(related)) == ["- `RT001 websocket-behind-layer-7` (rule): A title", "- `cache` (pattern): Cache"]
