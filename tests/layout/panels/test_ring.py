from hypothesis import given
from hypothesis import strategies as st

from archgen.figures import Ring, RingKey, RingNode
from archgen.layout.panels.ring import place_ring
from archgen.model.picture import Line, Rect, Text
from tests.layout.panels.laws import check

NAMES = ["A", "Node B", "Cache of the second availability zone", "D", "E", "F"]
KEYS = ["cart:17", "user:4", "a key with a very long name indeed"]


@st.composite
def rings(draw: st.DrawFn) -> Ring:
    count = draw(st.integers(2, len(NAMES)))
    places = draw(st.lists(st.integers(0, 359), min_size=count, max_size=4 * count, unique=True))
    nodes = [RingNode(name, places[number::count]) for number, name in enumerate(NAMES[:count])]
    keys = [RingKey(draw(st.sampled_from(KEYS)), draw(st.integers(0, 359))) for _ in range(draw(st.integers(0, 6)))]
    changed = draw(st.sampled_from([{}, {"coming": NAMES[0]}, {"going": NAMES[1]}]))
    return Ring(nodes, keys, **changed)


@given(rings(), st.integers(480, 912))
def test_names_stay_apart_and_everything_in_its_room(ring: Ring, room: int) -> None:
    block = place_ring(ring, room)
    check(block)
    assert block.width <= max(room, 620)


@given(rings())
def test_every_place_and_every_key_is_there(ring: Ring) -> None:
    shapes = place_ring(ring, 912).shapes
    pins = [shape for shape in shapes if isinstance(shape, Rect) and shape.role == "pin"]
    assert len(pins) == sum(len(node.at) for node in ring.nodes)
    arcs = [shape for shape in shapes if isinstance(shape, Line) and shape.role == "band"]
    assert len(arcs) == sum(len(node.at) for node in ring.nodes if node.name != ring.going)


@given(rings())
def test_shares_of_the_ring_add_up_to_the_whole(ring: Ring) -> None:
    assert round(sum(ring.share(node) for node in ring.nodes), 9) == 1


@given(rings())
def test_a_key_moves_only_to_or_from_the_node_that_changes(ring: Ring) -> None:
    for key in ring.keys:
        ends = {ring.owner(key.at).name, ring.owner(key.at, without=ring.changed).name}
        assert ring.moves(key) == (len(ends) == 2)
        assert not ring.moves(key) or ring.changed in ends


def test_rings_of_one_size_stand_in_line_wherever_their_nodes_are() -> None:
    tops = {place_ring(Ring([RingNode("A", [at]), RingNode("B", [at + 100])]), 480).height for at in (0, 30, 90, 200)}
    assert len(tops) == 1


def test_all_of_a_lost_node_has_the_colour_of_a_loss() -> None:
    shapes = place_ring(Ring([RingNode("One", [10]), RingNode("Two", [190])], going="Two"), 912).shapes
    assert {shape.tone for shape in shapes if isinstance(shape, Text) and shape.text.startswith("Two")} <= {"bad", "neutral"}
    assert [shape.tone for shape in shapes if isinstance(shape, Text) and shape.text == "Two"] == ["bad"]
    assert [shape.tone for shape in shapes if isinstance(shape, Rect) and shape.role == "pin"].count("bad") == 1
