"""Data as lines of YAML."""

from archgen.exporters.yaml_form.layout import WIDTH, laid_out

HEAD = {"archgen": 1, "design": "D"}


def test_an_entry_that_fits_stands_on_a_line() -> None:
    assert laid_out({"components": {"a": {"kind": "service", "roles": ["x", "y"]}}}) == [
        "components:",
        "  a: {kind: service, roles: [x, y]}",
    ]


def test_an_entry_that_does_not_fit_stands_below_its_key() -> None:
    lines = laid_out({"components": {"a": {"kind": "service", "note": "n" * WIDTH}}})
    assert lines[:3] == ["components:", "  a:", "    kind: service"]


def test_an_entry_of_exactly_the_width_stands_on_a_line() -> None:
    left = WIDTH - len("  a: {note: }")
    assert [len(laid_out({"components": {"a": {"note": "n" * (left + more)}}})) for more in (0, 1)] == [2, 3]


def test_lists_of_entries_have_a_line_for_each() -> None:
    walkthrough = {"name": "W", "steps": [{"along": "a"}, {"along": "b", "otherwise": [{"when": "x"}]}]}
    assert laid_out({"walkthroughs": [walkthrough]}) == [
        "walkthroughs:",
        "  - name: W",
        "    steps:",
        "      - {along: a}",
        "      - along: b",
        "        otherwise:",
        "          - {when: x}",
    ]


def test_sections_stand_apart() -> None:
    document = {**HEAD, "requirements": {"regions": 1}, "groups": {"g": {}}, "left_out": {"x": "y"}}
    assert laid_out(document) == [
        "archgen: 1",
        "design: D",
        "requirements: {regions: 1}",
        "",
        "groups:",
        "  g: {}",
        "",
        "left_out:",
        "  x: y",
    ]


def test_long_texts_are_folded_and_sections_only_stand_apart_from_lists() -> None:
    assert laid_out({"summary": "word " * 30 + "end", "pitch": "p"}) == [
        "summary: >-",
        "  " + " ".join(["word"] * 25),
        "  word word word word word end",
        "pitch: p",
    ]
