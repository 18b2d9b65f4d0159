"""Parts that refer to one another, whatever their order."""

from archgen import Cache, Calls, Queue
from archgen.importers.design_form.building import Building
from archgen.importers.design_form.parts import ALL_SORTS, Parts
from archgen.plugin import Node, Position, Reading, shape

HERE = Position("d.yaml", 1, 1)


def entry(**values: object) -> Node:
    return Node({key: Node(value, HERE) for key, value in values.items()}, HERE, dict.fromkeys(values, HERE))  # type: ignore[arg-type]


def parts(**kinds: str) -> Parts:
    rows = {id: entry(kind=kind) for id, kind in kinds.items()}
    sections = {sort.section: Node(None, HERE) for sort in ALL_SORTS}
    sections["components"] = Node(rows, HERE, dict.fromkeys(rows, HERE))
    return Parts(Building(Reading()), sections, lambda node: None)


def said(made: Parts) -> list[str]:
    return [fault.message for fault in made.reading.faults]


def test_a_part_is_made_once() -> None:
    made = parts(app="client")
    source = shape(Calls)["source"]
    assert made.find(source, Node("app", HERE), "") is made.find(source, Node("app", HERE), "") is made.all("components")[0]


def test_a_part_that_was_refused_is_refused_once() -> None:
    made = parts(app="clent")
    assert (made.all("components"), made.all("components")) == ([], [])
    assert said(made) == ['there is no kind of component "clent"; did you mean "client"?']


def test_an_end_of_the_wrong_kind_is_told_what_it_has_to_be() -> None:
    made = parts(app="client", hot="cache")
    assert made.connection(entry(kind="consumes", **{"from": "app", "to": "hot"})) is None
    assert said(made) == [
        'to: "hot" is a cache, and has to be a broker (log, queue, topic) or a store (column_database, counter, database, ...)'
    ]


def test_a_dead_letter_queue_that_nothing_else_speaks_of_is_made() -> None:
    made = parts(jobs="queue")
    lost = made.find(shape(Queue)["dead_letter"], Node(value=True, position=HERE), "jobs")
    assert isinstance(lost, Queue)
    assert (lost.id, lost.name, said(made)) == ("jobs_dead_letter", "Jobs dead letter", [])


def test_no_other_part_is_made_for_being_spoken_of() -> None:
    made = parts(hot="cache")
    assert not isinstance(made.find(shape(Calls)["source"], Node("hott", HERE), ""), Cache)
    assert said(made) == ['there is no component or group "hott"; did you mean "hot"?']
