"""Decisions: the questions of a tree, the answers that lead on, and the patterns that they lead to.

A question that several answers lead to is drawn once.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from archgen import Ask, Choose, DecisionTree, Tone
from archgen.diagrams.notation.pattern_name import pattern_name
from archgen.figures import Questions, Walked
from archgen.figures.walked import way_down
from archgen.plugin import Arrow, Box, Diagram, Drawing, slug

Node = Ask | Choose


def draw(tree: DecisionTree) -> Iterator[Drawing]:
    """One figure of the whole tree."""
    yield _drawing(tree, ())


def draw_walked(walked: Walked) -> Drawing:
    """The tree with the way that is taken: what is not on it has no colour, and its answers are outlined only."""
    drawing = _drawing(walked.tree, walked.way())
    return replace(drawing, description=f"{walked.told()} {drawing.description}")


def draw_questions(panel: Questions) -> Drawing:
    """The questions of a figure, with the way that stands out where there is one."""
    tree = panel.tree()
    drawing = _drawing(tree, way_down(tree, panel.taken) if panel.taken else (), as_written)
    return replace(drawing, description=panel.told())


def as_written(name: str) -> str:
    """What a figure's author calls an outcome, which is no id."""
    return name


def _drawing(tree: DecisionTree, way: Sequence[Node], called: Callable[[str], str] = pattern_name) -> Drawing:
    nodes = _distinct(tree)
    return Drawing(
        f"decision-{slug(tree.title).replace('_', '-')}",
        tree.title,
        _describe(tree, nodes, called),
        tuple(_box(node, nodes, way, called) for node in nodes),
        tuple(_arrows(nodes, way)),
    )


def _distinct(tree: DecisionTree) -> list[Node]:
    """Every node once, by identity: equal questions in two places are still two."""
    found: dict[int, Node] = {}
    for node in tree.nodes():
        found.setdefault(id(node), node)
    return list(found.values())


def _box(node: Node, nodes: Sequence[Node], way: Sequence[Node], called: Callable[[str], str]) -> Box:
    passed = not way or any(node is one for one in way)
    match node:
        case Ask():
            return Box(_id(node, nodes), node.question, tone="edge" if passed else "neutral", shape="question")
        case Choose():
            tone: Tone = "good" if passed else "neutral"
            return Box(_id(node, nodes), called(node.pattern), node.reason, tone=tone, shape="answer" if passed else "card")


def _arrows(nodes: Sequence[Node], way: Sequence[Node]) -> Iterator[Arrow]:
    taken = {(id(node), id(following)) for node, following in pairwise(way)}
    for node in nodes:
        for answer, following in node.branches.items() if isinstance(node, Ask) else ():
            on_it = (id(node), id(following)) in taken
            yield Arrow(_id(node, nodes), _id(following, nodes), answer, tone="good" if on_it else "neutral")


def _id(node: Node, nodes: Sequence[Node]) -> str:
    sort = "question" if isinstance(node, Ask) else "answer"
    alike = [other for other in nodes if isinstance(other, type(node))]
    return f"{sort}-{1 + next(place for place, other in enumerate(alike) if other is node)}"


def _describe(tree: DecisionTree, nodes: Sequence[Node], called: Callable[[str], str]) -> str:
    questions = [node for node in nodes if isinstance(node, Ask)]
    lines = [f"Question {number}: {ask.question} {_branches(ask, questions, called)}" for number, ask in enumerate(questions, 1)]
    return " ".join((f"A decision tree: {tree.title}", *lines))


def _branches(ask: Ask, questions: Sequence[Ask], called: Callable[[str], str]) -> str:
    return " ".join(f"If {answer}: {_following(node, questions, called)}." for answer, node in ask.branches.items())


def _following(node: Node, questions: Sequence[Ask], called: Callable[[str], str]) -> str:
    match node:
        case Ask():
            return f"go to question {1 + next(place for place, other in enumerate(questions) if other is node)}"
        case Choose():
            return f"choose {called(node.pattern)}: {node.reason}"


diagram = Diagram("Decision tree", DecisionTree, draw)
