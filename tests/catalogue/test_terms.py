"""The language can say all that the rules of the families ask about."""

from pathlib import Path

import pytest

from tests.catalogue.terms import FAMILIES, FOLDER, Saying, Terms, all_terms, attribute, says, terms_of

FILES = [FOLDER / f"{family}.yaml" for family in FAMILIES]
every_file = pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)


def sayings(kind: str, file: Path) -> list[tuple[str, str, str]]:
    return [
        (rule, term, said.text)
        for rule, terms in terms_of(file).items()
        for term, by in terms.items()
        for said in by
        if said.kind == kind
    ]


def fault(text: str) -> str | None:
    try:
        attribute(text)
    except ValueError as problem:
        return str(problem)
    return None


def written(folder: Path, text: str) -> dict[str, Terms]:
    file = folder / "family.yaml"
    file.write_text(text, "utf-8")
    return dict(terms_of(file))


@every_file
def test_every_attribute_that_is_named_exists(file: Path) -> None:
    faults = [f"{rule}: {fault(text)}" for rule, _, text in sayings("attribute", file) if fault(text)]
    assert faults == []


@every_file
def test_every_rule_of_the_family_is_there_once(file: Path) -> None:
    prefix, last = FAMILIES[file.stem]
    assert list(terms_of(file)) == [f"{prefix}{number:03}" for number in range(1, last + 1)]


@every_file
def test_every_rule_asks_about_something(file: Path) -> None:
    assert [rule for rule, terms in terms_of(file).items() if not terms] == []


@every_file
@pytest.mark.parametrize("kind", ["meaningless", "graph", "derived"])
def test_what_no_attribute_says_has_a_reason(kind: str, file: Path) -> None:
    assert [(rule, term) for rule, term, text in sayings(kind, file) if len(text.split()) < 2] == []


def test_no_rule_stands_in_two_families() -> None:
    assert sorted(FOLDER.iterdir()) == FILES
    assert len(all_terms()) == sum(last for _, last in FAMILIES.values())


def test_a_term_is_said_by_an_attribute_or_by_one_of_several(tmp_path: Path) -> None:
    found = written(
        tmp_path, "RT001: {layer: LoadBalancer.layer, idle_timeout_s: [LoadBalancer.idle_timeout, {graph: a path}]}\n"
    )
    assert found == {
        "RT001": {
            "layer": (Saying("attribute", "LoadBalancer.layer"),),
            "idle_timeout_s": (Saying("attribute", "LoadBalancer.idle_timeout"), Saying("graph", "a path")),
        }
    }


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("RT001: {a: Calls.rate}\nRT001: {b: Calls.rate}\n", "line 2: RT001 stands twice"),
        ("RT001: {a: Calls.rate, a: Calls.mode}\n", "line 1: a stands twice"),
        ("RT001: {a: {seen: in the graph}}\n", "line 1: write Word.attribute"),
        ("RT001: {a: []}\n", "line 1: write Word.attribute"),
        ("RT001: Calls.rate\n", "line 1: a mapping is needed here"),
        ("", "line 1: a mapping is needed here"),
    ],
)
def test_a_file_of_another_form_is_refused(text: str, why: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=why):
        written(tmp_path, text)


def test_an_attribute_may_be_one_that_a_word_inherits() -> None:
    assert fault("Calls.rate") is None
    assert fault("Interaction.retry") is None
    assert fault("Requirements.latency_budget") is None


def test_a_word_or_an_attribute_that_there_is_not_is_found() -> None:
    assert fault("Cals.rate") == "Cals.rate: there is no word Cals"
    assert fault("Calls.speed") == "Calls.speed: Calls has no attribute speed"


def test_a_term_may_be_written_without_what_it_belongs_to() -> None:
    assert says("edge.timeout_s", "timeout_s")
    assert says("timeout_s", "edge.timeout_s")
    assert not says("edge.timeout_s", "hold_timeout_s")
    assert not says("edge.hold_timeout_s", "timeout_s")
