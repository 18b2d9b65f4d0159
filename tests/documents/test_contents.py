from archgen import (
    AccessPath,
    Ask,
    Choose,
    Column,
    Database,
    DecisionTree,
    Design,
    Index,
    Reads,
    Requirements,
    Service,
    Table,
    days,
)
from archgen.documents.contents import comes_to_one, needs, spoken
from archgen.documents.kept_data import kept
from archgen.model.link import link
from tests.documents.telling import told


def test_names_of_requirements_are_told_in_words_and_other_names_stay() -> None:
    assert spoken("1 s, the latency_p95 of the design") == "1 s, which the design allows 95 of 100 requests"
    assert spoken("1 s, the latency_p95 of the design by user_id") == "1 s, the latency p95 of the design by user_id"


def test_a_tree_whose_answers_all_come_to_one_pattern_decides_how_that_is_done() -> None:
    one, other = Choose("key", "its own id"), Choose("other", "a hash of it")
    ask = {"yes": one, "no": Choose("key", "a hash of it")}
    assert comes_to_one(DecisionTree("How?", Ask("Has it an id?", lambda need: "yes", ask, ["users"])))
    assert not comes_to_one(DecisionTree("How?", Ask("Has it an id?", lambda need: "yes", {**ask, "no": other}, ["users"])))


def test_a_design_without_requirements_needs_nothing() -> None:
    found = needs(told(Design("D", [Service("API")], requirements=Requirements())))
    assert (found.numbers, found.promises, found.answered, found.of_parts) == ((), (), (), ())


def test_data_is_told_as_lists() -> None:
    seats = Table(
        "Seats", columns=[Column("id", type="uuid")], indexes=[Index(["day", "row"])], retention=days(30), mutable=False
    )
    design = Design("D", [Reads(Service("API"), Database("Store", holds=[seats]), "free", access=AccessPath(filter=["day"]))])
    found = kept(link(design))
    assert [(one.lead, one.text) for one in found.kinds] == [("Seats", "(table), kept in Store: never changed; kept for 30 days")]
    (table,) = found.tables
    assert ([one.lead for one in table.columns], [one.lead for one in table.indexes]) == (["id"], ["day, row"])
    assert [(one.lead, one.text) for one in found.access] == [("API reads Store", "(free): by day")]
