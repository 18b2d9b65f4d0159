"""A design as statements."""

from archgen import Calls, Database, Design, Entity, Group, Queue, Reads, Service, Step, Waiver, Walkthrough
from archgen.exporters.python_form.expressions import flat
from archgen.exporters.python_form.names import Names
from archgen.exporters.python_form.statements import statements
from archgen.exporters.python_form.variables import Variables
from archgen.model.link import link


def sections(design: Design) -> list[list[str]]:
    """Every section as lines, but for the last, which is the design."""
    *found, _ = statements(Variables(link(design), Names()))
    return [[f"{one.name} = {flat(one.value)}" for one in section] for section in found]


def test_groups_data_and_components_come_before_those_that_speak_of_them() -> None:
    outer, order = Group("Outer"), Entity("Order")
    dead = Queue("Dead")
    jobs = Queue("Jobs", dead_letter=dead, group=Group("Inner", group=outer))
    assert sections(Design("D", [jobs, Database("Store", holds=[order])])) == [
        ['outer = Group("Outer")', 'inner = Group("Inner", group=outer)'],
        ['order = Entity("Order")'],
        [
            'dead = Queue("Dead")',
            'jobs = Queue("Jobs", dead_letter=dead, group=inner)',
            'store = Database("Store", holds=[order])',
        ],
    ]


def test_a_connection_has_a_variable_if_something_speaks_of_it_or_its_author_named_it() -> None:
    a, b = Service("A"), Database("B")
    walked, waived, named, plain = Calls(a, b), Reads(a, b), Calls(b, a, id="back"), Reads(b, a)
    design = Design(
        "D",
        [walked, waived, named, plain],
        walkthroughs=[Walkthrough("W", [Step(walked)])],
        waivers=[Waiver("X", subject=waived, reason="It is printed.")],
    )
    assert sections(design)[-1] == ["a_calls_b = Calls(a, b)", "a_reads_b = Reads(a, b)", 'back = Calls(b, a, id="back")']


def test_parts_of_different_sorts_may_have_the_same_id() -> None:
    edge = Group("Edge")
    assert sections(Design("D", [Service("Edge", group=edge)])) == [
        ['edge_group = Group("Edge")'],
        ['edge = Service("Edge", group=edge_group)'],
    ]


def test_an_id_is_stated_where_the_name_would_make_another() -> None:
    assert sections(Design("D", [Service("Chat", id="chat"), Service("Chat 2", id="talk")])) == [
        ['chat = Service("Chat")', 'talk = Service("Chat 2", id="talk")']
    ]
