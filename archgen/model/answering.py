"""Which requirements state the answers of a way down a decision tree, as a design would write them."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from itertools import combinations, product

from archgen.dsl.decision_tree import Ask, Choose, DecisionTree
from archgen.dsl.quantities import Rate, Size, gigabytes, hours, kilobytes, megabytes, milliseconds, minutes, seconds
from archgen.dsl.requirements import Requirements
from archgen.dsl.shape import Choice, Plain, Sort, shape
from archgen.model.python_literals import quoted
from archgen.model.python_quantity import making
from archgen.model.yaml_quantity import written
from archgen.model.yaml_scalar import scalar
from archgen.values import dataclass

Stated = Mapping[str, object]
# What a requirement may come to, the values first that a reader takes for ordinary.
DURATIONS = (
    seconds(5), milliseconds(500), seconds(1), seconds(30), minutes(1), milliseconds(100), minutes(5), minutes(30), hours(1),
    milliseconds(10), hours(24), seconds(0),
)  # fmt: skip
NUMBERS = (20, 5, 2, 1, 100, 1_000, 50, 10_000, 100_000, 1_000_000, 10_000_000, 0)
TRIED: Mapping[Sort, Sequence[object]] = {
    "flag": (True, False),
    "duration": DURATIONS,
    "count": NUMBERS,
    "whole": NUMBERS,
    "factor": (2.0, 10.0, 100.0, 1.0),
    "rate": tuple(Rate(number) for number in (100, 1_000, 10_000, 10, 100_000, 1_000_000, 1)),
    "share": (0.99, 0.999, 0.9, 0.5, 0.1),
    "size": (megabytes(1), kilobytes(10), megabytes(100), gigabytes(1), gigabytes(100), Size(100)),
}


@dataclass(frozen=True)
class Answered:
    """A way down a tree: the answers from the root on, where they end, and the requirements that give just these answers.

    `stated` is None where no requirements do.
    """

    answers: tuple[str, ...]
    end: Choose
    stated: Stated | None


def answered(tree: DecisionTree) -> Iterator[Answered]:
    """Every way down, in the order of the answers."""
    for asks, answers, end in _ways(tree.root):
        yield Answered(answers, end, next(_stating(list(zip(asks, answers, strict=True)), {}), None))


def as_yaml(stated: Stated) -> str:
    """The requirements as a section of a design in YAML."""
    return "\n".join(["requirements:", *(f"  {name}: {_in_yaml(value)}" for name, value in stated.items())])


def as_python(stated: Stated) -> str:
    """The same as an argument of `Design`."""
    lines = (f"    {name}={_in_python(value)}," for name, value in stated.items())
    return "\n".join(["requirements=Requirements(", *lines, "),"])


def _ways(node: Ask | Choose) -> Iterator[tuple[tuple[Ask, ...], tuple[str, ...], Choose]]:
    if isinstance(node, Choose):
        yield (), (), node
        return
    for answer, following in node.branches.items():
        for asks, answers, end in _ways(following):
            yield (node, *asks), (answer, *answers), end


def needed(ask: Ask, known: Requirements) -> Sequence[str]:
    """The requirements that would answer a question and are not stated yet: what is stated did not. All, where all are stated."""
    return [name for name in ask.needs if getattr(known, name) is None] or ask.needs


def _stating(way: Sequence[tuple[Ask, str]], stated: Stated) -> Iterator[Stated]:
    """What to state so that each question of the way gets its answer, beside what is stated already."""
    if not way:
        yield stated
        return
    for more in _answering(*way[0], stated):
        yield from _stating(way[1:], {**stated, **more})


def _answering(ask: Ask, answer: str, stated: Stated) -> Iterator[Stated]:
    """As few further requirements as give the answer."""
    free = [name for name in ask.needs if name not in stated]
    for count in range(len(free) + 1):
        for names in combinations(free, count):
            for values in product(*map(_tried, names)):
                more = dict(zip(names, values, strict=True))
                if ask.answer(Requirements(**{**stated, **more})) == answer:  # type: ignore[arg-type]  # of the sort of each
                    yield more


def _tried(name: str) -> Sequence[object]:
    forms = shape(Requirements)[name].forms
    return [value for form in forms for value in (form.values if isinstance(form, Choice) else _plain(form))]


def _plain(form: object) -> Sequence[object]:
    return TRIED.get(form.sort, ()) if isinstance(form, Plain) else ()


def _in_yaml(value: object) -> str:
    return scalar(value if isinstance(value, str | bool) else written(value))  # type: ignore[arg-type]  # else a quantity


def _in_python(value: object) -> str:
    if isinstance(value, bool):
        return str(value)
    if isinstance(value, str):
        return quoted(value)
    assert isinstance(value, timedelta | float | int)
    made = making(value)
    return f"{made.function}({made.number})" if made.function else made.number
