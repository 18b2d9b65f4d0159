"""Tasks wait for one another as connections and workflows say, and what waits in a circle never begins."""

from collections.abc import Iterable
from typing import Literal

from archgen import (
    Database,
    DependsOn,
    Design,
    Downloads,
    Entity,
    File,
    Group,
    ObjectStore,
    Reads,
    Service,
    Uploads,
    Worker,
    Workflow,
    WorkflowStep,
    Writes,
)
from archgen.dsl.component import Component
from archgen.dsl.connection import Connection
from archgen.model.link import link
from archgen.model.task_graph import Node, TaskGraph, task_graphs


def graph(*parts: Component | Connection) -> TaskGraph:
    [only] = task_graphs(link(Design("Tasks", list(parts))))
    return only


def steps(*known: WorkflowStep, loops: bool | None = None) -> TaskGraph:
    [only] = task_graphs(link(Design("Tasks", [], behaviours=[Workflow("Video", list(known), loops=loops)])))
    return only


def names(tasks: Iterable[Node]) -> list[str]:
    return [one.name for one in tasks if not isinstance(one, DependsOn)]


def stuck(found: TaskGraph, *, at_best: bool) -> list[list[str]]:
    return [names(circle) for circle in found.circles(found.never_begun(at_best=at_best))]


def test_a_design_without_tasks_has_no_graph() -> None:
    assert not task_graphs(link(Design("Nothing", [Service("API")])))


def test_components_wait_for_what_they_depend_on() -> None:
    one, two, three = Worker("One"), Worker("Two"), Worker("Three")
    found = graph(DependsOn(three, two), DependsOn(two, one), DependsOn(three, two, join="all"))
    assert names(found.tasks) == ["Three", "Two", "One"]
    assert names(found.before(three)) == ["Two"]
    assert names(found.all_before(three)) == ["Two", "One"]
    assert (found.is_any(three), found.is_any(two), found.runs_on(two)) == (False, None, two)


def test_a_group_is_all_that_stand_in_it() -> None:
    encoders, last = Group("Encoders"), Worker("Publish")
    large, small = Worker("Large", group=encoders), Worker("Small", group=encoders)
    found = graph(large, small, last, DependsOn(last, encoders), DependsOn(encoders, Worker("Cut")))
    assert names(found.before(last)) == ["Large", "Small"]
    assert names(found.before(large)) == ["Cut"]
    assert stuck(found, at_best=False) == []
    back = DependsOn(large, last)
    assert stuck(graph(large, small, DependsOn(last, encoders, join="all"), back), at_best=True) == [["Large", "Publish"]]
    assert stuck(graph(large, small, DependsOn(last, encoders, join="any"), back), at_best=False) == []


def test_what_a_group_is_said_to_depend_on_need_not_wait_for_itself() -> None:
    pool = Group("Pool")
    first, second = Worker("First", group=pool), Worker("Second", group=pool)
    assert stuck(graph(first, second, DependsOn(pool, first), DependsOn(pool, pool)), at_best=False) == []


def test_steps_come_after_those_that_they_name_else_after_the_one_before() -> None:
    found = steps(WorkflowStep("a"), WorkflowStep("b"), WorkflowStep("c", after=["a"]), WorkflowStep("d", after=[]))
    a, b, c, d = found.tasks
    assert [names(found.before(one)) for one in (a, b, c, d)] == [[], ["a"], ["a"], []]
    assert names(found.unstated) == ["a", "b"]


def test_a_step_is_done_by_what_it_runs_on_else_by_what_it_is_done_at() -> None:
    worker, other = Worker("Encoder"), Worker("Other")
    way = DependsOn(worker, other)
    known = [WorkflowStep("a", runs_on=worker), WorkflowStep("b", way), WorkflowStep("c")]
    _, found = task_graphs(link(Design("Tasks", [way], behaviours=[Workflow("Video", known)])))
    assert [found.runs_on(one) for one in found.tasks] == [worker, other, None]


def circle(join: Literal["all", "any"] | None, *, loops: bool | None = None) -> TaskGraph:
    first, second = WorkflowStep("draft", after=[]), WorkflowStep("review", after=["draft", "mend"], join=join)
    return steps(first, second, WorkflowStep("mend", after=["review"]), WorkflowStep("print", after=["review"]), loops=loops)


def test_tasks_in_a_circle_never_begin_nor_do_those_behind_them() -> None:
    found = circle("all")
    assert names(found.never_begun(at_best=True)) == ["review", "mend", "print"]
    assert stuck(found, at_best=True) == stuck(found, at_best=False) == [["review", "mend"]]


def test_a_circle_that_one_of_several_opens_begins() -> None:
    assert stuck(circle("any"), at_best=False) == []


def test_what_is_not_stated_is_taken_for_the_best_or_the_worst() -> None:
    assert (stuck(circle(None), at_best=True), stuck(circle(None), at_best=False)) == ([], [["review", "mend"]])
    assert stuck(circle(None, loops=True), at_best=False) == []
    usual = steps(WorkflowStep("a", after=["b"]), WorkflowStep("b"))
    assert (stuck(usual, at_best=True), stuck(usual, at_best=False)) == ([], [["a", "b"]])


def test_a_task_that_waits_for_itself_is_a_circle() -> None:
    worker = Worker("One")
    assert stuck(graph(DependsOn(worker, worker)), at_best=True) == [["One"]]
    assert stuck(steps(WorkflowStep("a", after=["a"])), at_best=True) == [["a"]]


def test_it_tells_what_says_for_what_a_task_waits() -> None:
    found = steps(WorkflowStep("a"), WorkflowStep("b"), WorkflowStep("c", after=["a", "b"]))
    assert [fact.text for one in found.tasks for fact in found.says(one)] == [
        "a comes after nothing",
        "b comes after a, the one before it, as nothing else is stated",
        "c comes after a and b",
    ]
    one, two = Worker("One"), Worker("Two")
    assert [fact.text for fact in graph(DependsOn(two, one)).says(two)] == ["Two depends on One"]


def test_a_step_takes_and_leaves_what_it_says() -> None:
    found = steps(WorkflowStep("a", writes=["audio"]), WorkflowStep("b", reads=["audio"], writes=[]))
    first, second = found.tasks
    assert [(found.takes(one), found.leaves(one)) for one in (first, second)] == [(None, ("audio",)), (("audio",), ())]


def test_a_component_takes_and_leaves_what_all_its_connections_carry() -> None:
    sound, text, store = File("Sound"), Entity("Text"), ObjectStore("Files")
    cutter, writer, other = Worker("Cutter"), Worker("Writer"), Worker("Other")
    ways = [
        Uploads(cutter, store, data=[sound]),
        Downloads(writer, store, data=[sound]),
        Writes(writer, Database("Texts"), data=[text]),
        Reads(other, store),
        Writes(other, store, data=[text]),
        DependsOn(writer, cutter),
        DependsOn(other, cutter),
    ]
    found = graph(*ways)
    told = {one.name: (found.takes(one), found.leaves(one)) for one in found.tasks}
    known = {name: tuple(None if part is None else list(part) for part in parts) for name, parts in told.items()}
    assert known == {"Cutter": (None, ["Sound"]), "Writer": (["Sound"], ["Text"]), "Other": (None, ["Text"])}


def test_what_a_task_waits_for_is_looked_for_however_far_back() -> None:
    found = steps(WorkflowStep("a"), WorkflowStep("b"), WorkflowStep("c"), WorkflowStep("d", after=["b"]))
    a, b, c, d = found.tasks
    assert names(found.all_before(d)) == ["b", "a"]
    assert [found.waits_for_one(one, [a]) for one in (a, b, c, d)] == [False, True, True, True]
    assert not found.waits_for_one(d, [c])
