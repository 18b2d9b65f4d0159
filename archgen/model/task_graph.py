"""Graphs of tasks: which cannot begin before which, as connections between components or the steps of a workflow say."""

from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain

from archgen.dsl.component import Component
from archgen.dsl.readable import listed, named
from archgen.model.architecture import Architecture, remembered
from archgen.model.outwards import outwards
from archgen.model.rule import Fact
from archgen.values import dataclass
from archgen.vocabulary.behaviours.workflow import Workflow
from archgen.vocabulary.behaviours.workflow_step import WorkflowStep
from archgen.vocabulary.connections.consumes import Consumes
from archgen.vocabulary.connections.depends_on import DependsOn
from archgen.vocabulary.connections.downloads import Downloads
from archgen.vocabulary.connections.interaction import Interaction
from archgen.vocabulary.connections.publishes import Publishes
from archgen.vocabulary.connections.reads import Reads
from archgen.vocabulary.connections.uploads import Uploads
from archgen.vocabulary.connections.writes import Writes

Task = Component | WorkflowStep
# A connection to a group stands between those that wait and all that stand in the group.
Node = Task | DependsOn


@dataclass(frozen=True, eq=False)
class TaskGraph:
    """Tasks with what they wait for, in the order of the design; `workflow` is None where connections say so of components.

    `unstated` are steps that come after the one before them because nothing else is stated.
    """

    architecture: Architecture
    workflow: Workflow | None
    needs: Mapping[Node, Sequence[Node]]
    unstated: Collection[Node]

    @cached_property
    def tasks(self) -> Sequence[Task]:
        """All that have to be done."""
        return [one for one in self.needs if not isinstance(one, DependsOn)]

    def before(self, task: Task) -> Sequence[Task]:
        """The tasks that it waits for itself."""
        found = chain.from_iterable(self.needs[one] if isinstance(one, DependsOn) else (one,) for one in self.needs[task])
        return [one for one in dict.fromkeys(found) if not isinstance(one, DependsOn)]

    def runs_on(self, task: Task) -> Component | None:
        """What does it."""
        if isinstance(task, Component):
            return task
        end = task.runs_on or (task.along.destination if task.along else None)
        return end if isinstance(end, Component) else None

    def says(self, task: Task) -> Iterator[Fact]:
        """What says for what it waits."""
        if isinstance(task, Component):
            yield from (Fact(named(way), way) for way in self.architecture.out_of(task, DependsOn))
            return
        before = listed([one.name for one in self.before(task)]) or "nothing"
        usual = "" if task.after is not None or not self.before(task) else ", the one before it, as nothing else is stated"
        yield Fact(f"{task.name} comes after {before}{usual}", task, "after")

    def said_of(self, task: Task) -> Sequence[WorkflowStep | DependsOn]:
        """What says of the task for which of several it waits, and how those are counted."""
        return [task] if isinstance(task, WorkflowStep) else list(self.architecture.out_of(task, DependsOn))

    def is_any(self, task: Node) -> bool | None:
        """Whether one of several is enough; None where that is not stated."""
        joins = {one.join for one in ([task] if isinstance(task, DependsOn) else self.said_of(task))}
        return True if "any" in joins else False if "all" in joins else None

    def takes(self, task: Task) -> Collection[str] | None:
        """The names of what it needs of others; None where that is not stated, or not of everything that it reads."""
        if isinstance(task, WorkflowStep):
            return task.reads
        if task not in self._taken:
            near = (*self.architecture.into(task, Consumes), *self.architecture.out_of(task, Interaction))
            self._taken[task] = self._carried(task, (way for way in near if isinstance(way, (Reads, Downloads, Consumes))))
        return self._taken[task]

    def leaves(self, task: Task) -> Collection[str] | None:
        """The names of what it leaves for others; None where that is not stated, or not of everything that it writes."""
        if isinstance(task, WorkflowStep):
            return task.writes
        if task not in self._left:
            near = self.architecture.out_of(task, Interaction)
            self._left[task] = self._carried(task, (way for way in near if isinstance(way, (Writes, Uploads, Publishes))))
        return self._left[task]

    # Each is asked of one component as often as others depend on it.
    @cached_property
    def _taken(self) -> dict[Component, Collection[str] | None]:
        return {}

    @cached_property
    def _left(self) -> dict[Component, Collection[str] | None]:
        return {}

    def _carried(self, task: Component, ways: Iterable[Interaction]) -> Collection[str] | None:
        names: dict[str, None] = {}
        for way in ways:
            if task in self.architecture.members(way.source):
                if way.data is None:
                    return None
                names.update((one.name, None) for one in way.data)
        return names or None

    def all_before(self, task: Task) -> Collection[Task]:
        """All that must have begun before it, however far back."""
        return dict.fromkeys(self._backwards(task))

    def waits_for_one(self, task: Task, ones: Collection[Task]) -> bool:
        """Whether one of them must have begun before it."""
        return any(one in ones for one in self._backwards(task))

    def _backwards(self, task: Task) -> Iterator[Task]:
        """Those just before it first."""
        found, waiting = set[Task](), deque([task])
        while waiting:
            fresh = [one for one in self.before(waiting.popleft()) if one not in found]
            found.update(fresh)
            waiting += fresh
            yield from fresh

    def never_begun(self, *, at_best: bool) -> Collection[Node]:
        """The tasks that can never begin; `at_best` takes what is not stated so that as many as possible can."""
        left, after = dict[Node, int](), dict[Node, list[Node]]()
        for node, needed in self.needs.items():
            needs = () if at_best and node in self.unstated else needed
            left[node] = min(len(needs), 1) if self._one_is_enough(node, at_best=at_best) else len(needs)
            for one in needs:
                after.setdefault(one, []).append(node)
        ready = [node for node, count in left.items() if not count]
        while ready:
            for node in after.get(ready.pop(), ()):
                left[node] -= 1
                if left[node] == 0:
                    ready.append(node)
        return {node: None for node, count in left.items() if count > 0}

    def _one_is_enough(self, node: Node, *, at_best: bool) -> bool:
        enough = self.is_any(node)
        return bool(enough) or (enough is None and (at_best or self._goes_round))

    @cached_property
    def _goes_round(self) -> bool:
        """Whether a part of it is said to be gone through again."""
        return bool(self.workflow and (self.workflow.loops or any(step.loops for step in self.workflow.steps)))

    def circles(self, among: Collection[Node]) -> Iterator[Sequence[Task]]:
        """Those of them that wait for one another, each circle or knot of several once; also what waits for itself."""

        def ahead(node: Node) -> Iterator[Node]:
            return (one for one in self.needs[node] if one in among)

        order = {node: place for place, node in enumerate(self.needs)}
        for knot in sorted(_knots(list(among), ahead), key=lambda nodes: min(order[one] for one in nodes)):
            tasks = [one for one in sorted(knot, key=order.__getitem__) if not isinstance(one, DependsOn)]
            if len(tasks) > 1 or (tasks and tasks[0] in self.needs[tasks[0]]):
                yield tasks


@remembered
def task_graphs(architecture: Architecture) -> Sequence[TaskGraph]:
    """The graph of all components that wait for one another, and that of each workflow; none without anything in it."""
    found = [_of_components(architecture), *(_of_steps(architecture, one) for one in _workflows(architecture))]
    return [graph for graph in found if graph.needs]


def _workflows(architecture: Architecture) -> Iterator[Workflow]:
    return (one for one in architecture.design.behaviours if isinstance(one, Workflow))


def _of_components(architecture: Architecture) -> TaskGraph:
    needs: dict[Node, list[Node]] = {}
    for way in architecture.connections(DependsOn):
        sources, targets = architecture.members(way.source), architecture.members(way.target)
        if isinstance(way.target, Component):
            for one in sources:
                if one is not way.target or way.source is way.target:
                    needs.setdefault(one, []).append(way.target)
        elif not set(sources) & set(targets):
            needs[way] = [*targets]
            for one in sources:
                needs.setdefault(one, []).append(way)
        for end in targets:
            needs.setdefault(end, [])
    order = {part: place for place, part in enumerate(architecture.components())}
    known = sorted(needs, key=lambda one: order.get(one, len(order)) if isinstance(one, Component) else len(order))
    return TaskGraph(architecture, None, {one: list(dict.fromkeys(needs[one])) for one in known}, ())


def _of_steps(architecture: Architecture, workflow: Workflow) -> TaskGraph:
    """Each after those that it names; after the one before it, where it names none and does not say that there are none."""
    known = {step.name: step for step in workflow.steps}
    needs: dict[Node, Sequence[Node]] = {}
    for place, step in enumerate(workflow.steps):
        before = workflow.steps[max(place - 1, 0) : place]
        needs[step] = list(before) if step.after is None else [known[name] for name in dict.fromkeys(step.after)]
    return TaskGraph(architecture, workflow, needs, {step: None for step in workflow.steps if step.after is None})


def _knots(nodes: Sequence[Node], ahead: Callable[[Node], Iterable[Node]]) -> Iterator[Sequence[Node]]:
    """What leads to one another, or a node alone that leads to nothing which leads back."""
    back: dict[Node, list[Node]] = {}
    for node in nodes:
        for one in ahead(node):
            back.setdefault(one, []).append(node)
    left, done = dict[Node, None](), set[Node]()
    for start in nodes:
        for node in outwards(start, ahead, left):
            left[node] = None
    for start in reversed(left):
        knot = []
        for node in outwards(start, lambda one: back.get(one, ()), done):
            done.add(node)
            knot.append(node)
        if knot:
            yield knot
