"""Designs in YAML: what each section makes, and where it is written. What is refused stands in tests/broken_specs."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archgen import (
    Calls,
    Client,
    Connection,
    Database,
    Decision,
    Group,
    Queue,
    Retry,
    Service,
    Sharding,
    milliseconds,
    per_second,
    seconds,
)
from archgen.dsl.word import attributes
from archgen.errors import Position, SpecError
from archgen.importers.design_yaml import SECTIONS, TEXTS, importer
from archgen.model.link import link
from archgen.model.spec import Spec
from tests.fetching import files

HEAD = "archgen: 1\ndesign: Chat\n"
PARTS = HEAD + "components:\n  app: {kind: client}\n  api: {kind: service}\n"


def read(text: str) -> Spec:
    return importer.read(text, "chat.yaml", files())


def components(text: str) -> dict[str, object]:
    architecture = link(read(HEAD + "components:\n" + text))
    return {architecture.id(part): part for part in architecture.components()}


def test_an_entry_without_a_name_is_called_after_its_id() -> None:
    parts = components("  edge_lb: {kind: load_balancer}\n  message_store: {kind: database, name: Messages}\n")
    assert {id: getattr(part, "name", None) for id, part in parts.items()} == {"edge_lb": "Edge LB", "message_store": "Messages"}


def test_quantities_are_read_as_in_python() -> None:
    (api,) = components(
        "  api: {kind: service, replicas: 3, capacity: 5k/s, task_duration: 20ms, max_connections: 25k}\n"
    ).values()
    assert isinstance(api, Service)
    assert attributes(api) == {
        "name": "API",
        "id": "api",
        "replicas": 3,
        "max_connections": 25_000,
        "capacity": per_second(5000),
        "task_duration": milliseconds(20),
    }


def test_groups_may_stand_in_one_another_in_any_order() -> None:
    spec = read(
        HEAD + "groups:\n  edge: {in: region}\n  region: {name: Frankfurt}\ncomponents:\n  app: {kind: client, in: edge}\n"
    )
    (app,) = spec.design.parts
    assert isinstance(app, Client)
    assert app.group is not None
    assert isinstance(app.group.group, Group)
    assert (app.group.name, app.group.group.name) == ("Edge", "Frankfurt")


@pytest.mark.parametrize(
    ("value", "dead", "ids"),
    [
        ("true", "jobs_dead_letter", ["jobs", "jobs_dead_letter"]),
        ("jobs_dlq", "jobs_dlq", ["jobs", "jobs_dlq"]),
        ("false", False, ["jobs"]),
        ("null", None, ["jobs"]),
    ],
)
def test_a_dead_letter_queue_may_be_declared_by_the_mention_alone(value: str, dead: object, ids: list[str]) -> None:
    parts = components(f"  jobs: {{kind: queue, dead_letter: {value}}}\n")
    jobs = parts["jobs"]
    assert isinstance(jobs, Queue)
    assert (jobs.dead_letter.id if isinstance(jobs.dead_letter, Queue) else jobs.dead_letter, list(parts)) == (dead, ids)


def test_two_queues_may_share_a_dead_letter_queue() -> None:
    parts = components(
        "  one: {kind: queue, dead_letter: dead}\n  two: {kind: queue, dead_letter: dead}\n  dead: {kind: queue}\n"
    )
    one, two = parts["one"], parts["two"]
    assert isinstance(one, Queue)
    assert isinstance(two, Queue)
    assert one.dead_letter is two.dead_letter is parts["dead"]


def test_a_policy_is_a_mapping_of_its_own_and_has_places() -> None:
    spec = read(
        PARTS + "connections:\n  - kind: calls\n    from: app\n    to: api\n    retry:\n      attempts: 3\n      initial: 1s\n"
    )
    (call,) = (part for part in spec.design.parts if isinstance(part, Calls))
    assert isinstance(call.retry, Retry)
    assert attributes(call.retry) == {"attempts": 3, "initial": seconds(1)}
    assert (spec.locate(call.retry), spec.locate(call.retry, "attempts")) == (
        Position("chat.yaml", 11, 7),
        Position("chat.yaml", 11, 17),
    )


def test_parts_and_attributes_have_their_places() -> None:
    spec = read(
        "archgen: 1\ndesign: Chat\ngroups:\n  é: {}\ncomponents:\n  api:\n    kind: service\n    in: é\n  app: {kind: client}\n"
    )
    api, app = spec.design.parts
    assert isinstance(api, Service)
    assert {
        "design": spec.locate(spec.design),
        "name": spec.locate(spec.design, "name"),
        "group": spec.locate(api.group or api),
        "api": spec.locate(api),
        "in": spec.locate(api, "group"),
        "app": spec.locate(app),
    } == {
        "design": Position("chat.yaml", 1, 1),
        "name": Position("chat.yaml", 2, 9),
        "group": Position("chat.yaml", 4, 3),
        "api": Position("chat.yaml", 6, 3),
        "in": Position("chat.yaml", 8, 9),
        "app": Position("chat.yaml", 9, 3),
    }


def test_steps_and_waivers_name_parts_by_their_ids() -> None:
    spec = read(
        PARTS
        + "connections:\n  - {kind: calls, from: app, to: api}\n  - {kind: calls, from: app, to: api}\n"
        + "walkthroughs:\n  - {name: Ask, steps: [{along: app-calls-api-2, text: again, back: true}]}\n"
        + "decisions: [{tree: client-protocol, choice: websocket, reason: It is there.}]\n"
        + "left_out: {Search: later}\n"
        + "waivers:\n  - {rule: RT001, subject: api, reason: It is bought.}\n"
        + "  - {rule: RT002, subject: app-calls-api, reason: It is bought.}\n  - {rule: RT003, reason: It is bought.}\n"
    )
    first, second = (part for part in spec.design.parts if isinstance(part, Connection))
    (step,) = spec.design.walkthroughs[0].steps
    (decision,) = spec.design.decisions
    assert (step.along, step.text, step.back) == (second, "again", True)
    assert attributes(decision) == attributes(Decision("client-protocol", choice="websocket", reason="It is there."))
    assert dict(spec.design.left_out) == {"Search": "later"}
    assert [waiver.subject for waiver in spec.design.waivers] == [first.target, first, None]


def test_a_design_may_state_nothing_but_its_name() -> None:
    spec = read(HEAD + "".join(f"{name}:\n" for name in SECTIONS))
    assert (spec.design.name, spec.design.parts, attributes(spec.design.requirements)) == ("Chat", (), {})


def test_an_attribute_that_is_left_empty_is_not_stated() -> None:
    (store,) = components("  store: {kind: database, engine: , replicas: ~}\n").values()
    assert isinstance(store, Database)
    assert attributes(store) == {"name": "Store", "id": "store"}


def test_a_row_of_references_longer_than_any_design_has_is_refused() -> None:
    rows = "".join(f"  q{number}: {{kind: queue, dead_letter: q{number + 1}}}\n" for number in range(2000))
    with pytest.raises(SpecError, match="more than 50 parts refer to one another in a row, up to here; take some out"):
        read(HEAD + "components:\n" + rows + "  q2000: {kind: queue}\n")


def test_thousands_of_components_are_read() -> None:
    rows = "".join(f"  s{number}: {{kind: service}}\n" for number in range(3000))
    assert len(components(rows)) == 3000


KEYS = st.sampled_from(
    ["archgen", "design", *TEXTS, *SECTIONS, "kind", "from", "to", "in", "name", "retry", "dead_letter", "app", "x y"]
)
SCALARS = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=8),
    st.sampled_from(["client", "queue", "calls", "app", "api", "5s", "1e999", "[", "<<", "- a"]),
)  # fmt: skip
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=5), max_leaves=20
)


@given(st.text())
def test_any_text_is_a_design_or_is_refused(text: str) -> None:
    with suppress(SpecError):
        read(text)


@given(st.text(alphabet="archgen:1 \n-{}[]&*!|>'\"%@`,?#\t\\x0\x85\u2028", max_size=60))
def test_any_text_of_the_letters_of_yaml_is_a_design_or_is_refused(text: str) -> None:
    with suppress(SpecError):
        read(HEAD + text)


@given(st.dictionaries(KEYS, VALUES, max_size=8))
def test_any_data_is_a_design_or_is_refused(data: dict[str, object]) -> None:
    with suppress(SpecError):
        read(str({"archgen": 1, "design": "Chat", **data}).replace("None", "null"))


def test_what_may_be_one_name_or_several_stays_what_it_is() -> None:
    stores = components("  a: {kind: database, sharding: {key: city}}\n  b: {kind: database, sharding: {key: [city, street]}}\n")
    keys = [part.sharding.key for part in stores.values() if isinstance(part, Database) and isinstance(part.sharding, Sharding)]
    assert keys == ["city", ("city", "street")]


def test_what_can_be_one_word_alone_has_no_kind() -> None:
    with pytest.raises(SpecError) as caught:
        read(f"{HEAD}groups:\n  edge: {{kind: region}}\nwaivers:\n  - {{kind: waiver, rule: RT001, reason: It is bought.}}\n")
    assert [fault.message.partition(";")[0] for fault in caught.value.faults] == [
        'Group has no attribute "kind"',
        'Waiver has no attribute "kind"',
    ]


def test_notes_are_one_text_or_texts_by_section() -> None:
    assert read(PARTS + "notes: |\n  *So*.\n").design.notes == "*So*.\n"
    assert read(PARTS + "notes: {problem: a, summary: b}\n").design.notes == {"problem": "a", "summary": "b"}
    assert read(PARTS + "notes:\n").design.notes is None
    with pytest.raises(SpecError, match='a document has no section "probem"; did you mean "problem"'):
        read(PARTS + "notes: {probem: a}\n")
    with pytest.raises(SpecError, match=r"chat\.yaml:6:18: notes: problem is a text, not 3"):
        read(PARTS + "notes: {problem: 3}\n")
