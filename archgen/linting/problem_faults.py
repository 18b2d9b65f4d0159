"""Whether what a rule gives is a problem: of the right form, and about the design that it was given."""

from collections.abc import Collection, Iterator, Sequence

from archgen.dsl.connection import Connection
from archgen.dsl.naming import an
from archgen.dsl.part import Part
from archgen.dsl.readable import readable
from archgen.dsl.word import Word
from archgen.model.architecture import Architecture, remembered
from archgen.model.made_of import made_of
from archgen.model.rule import Edit, Fact, Problem, Severity

SEVERITY = (Severity, type(None))


def problem_fault(problem: object, architecture: Architecture) -> str:
    """What keeps it from being a problem of this design, as a sentence about the rule; empty where nothing does."""
    if not isinstance(problem, Problem):
        return f"it gave {_described(problem)}, and no Problem"
    return next(_faults(problem, architecture), "")


def _faults(problem: Problem, architecture: Architecture) -> Iterator[str]:
    for name in ("message", "fix"):
        if not isinstance(getattr(problem, name), str):
            yield f"the {name} of its problem is {_described(getattr(problem, name))}, and no text"
    yield from _not_all(problem.because, Fact, "because", 'write stated(part, "attribute"), or Fact("...")')
    yield from _not_all(problem.edits, Edit, "edits", 'write Edit(part, "attribute", value)')
    yield from _not_all(problem.also, Word, "also", "give parts of the design")
    if not isinstance(problem.severity, SEVERITY):
        yield f"the severity of its problem is {_described(problem.severity)}; write Severity.INFO, or leave it out"
    yield from _elsewhere(problem, architecture)


def _not_all(values: object, needed: type, name: str, instead: str) -> Iterator[str]:
    """Whether they are a list, all of one sort."""
    if not isinstance(values, Sequence) or isinstance(values, str):
        yield f"`{name}` of its problem is {_described(values)}, and no list; {instead}"
        return
    for value in values:
        if not isinstance(value, needed):
            yield f"`{name}` of its problem holds {_described(value)}; {instead}"


def _elsewhere(problem: Problem, architecture: Architecture) -> Iterator[str]:
    """Whether it is about what is not in the design, most often a part of another one."""
    concerned = (problem.subject, *(part for part in problem.also if isinstance(part, (Part, Connection))))
    strange = [part for part in concerned if part not in architecture.ids]
    if strange:
        for part in (part for part in strange if part not in _made_of(architecture)):
            yield f"its problem is about {_described(part)}, which is not in the design; give a part of the architecture"


@remembered
def _made_of(architecture: Architecture) -> Collection[Word]:
    return set(made_of(architecture.design))


def _described(value: object) -> str:
    if isinstance(value, Word):
        return readable(value)
    return "nothing" if value is None else an(type(value).__name__)
