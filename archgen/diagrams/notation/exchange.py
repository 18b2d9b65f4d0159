"""A sequence as it is told in a figure: its steps in a row, with what goes on meanwhile beside them."""

from dataclasses import field, replace

from archgen.figures import Active, Message, Note, Participant, Sequence
from archgen.figures import Case as CaseOf
from archgen.figures.sequence import Step, name_of
from archgen.plugin import Activation, Box, Case, Exchange, ExchangeNote, Frame, LegendEntry
from archgen.plugin import Message as Passing
from archgen.values import dataclass

ANSWERS = LegendEntry("dashed", "an answer, or nobody waits for one")


@dataclass
class _Told:
    """What was told so far."""

    messages: list[Passing] = field(default_factory=list)
    notes: list[ExchangeNote] = field(default_factory=list)
    cases: list[Case] = field(default_factory=list)
    activations: list[Activation] = field(default_factory=list)
    within: list[int] = field(default_factory=list)  # the places of the cases that are being told


def exchange(panel: Sequence) -> Exchange:
    """The panel as what lifelines are drawn of."""
    told = _Told()
    for step in panel.steps:
        _tell(step, told)
    boxes = tuple(_box(one) for one in panel.participants)
    return Exchange(
        "sequence",
        panel.title,
        panel.told(),
        boxes,
        tuple(told.messages),
        (ANSWERS,) if any(message.style == "dashed" for message in told.messages) else (),
        tuple(told.cases),
        tuple(told.notes),
        tuple(told.activations),
        panel.numbered,
        tuple(Frame(name, name) for name in dict.fromkeys(box.frame for box in boxes) if name),
    )


def _tell(step: Step, told: _Told) -> None:
    place = len(told.messages)
    match step:
        case Message():
            passing = Passing(
                step.source, step.target, step.text, "dashed" if step.answer else "solid", time=step.at, lost=step.lost
            )
            told.messages.append(passing)
        case Note():
            within = told.within[-1] if told.within else None
            told.notes.append(ExchangeNote(step.text, place, tuple(step.over), step.tone, within))
        case Active():
            for inner in step.steps:
                _tell(inner, told)
            told.activations.append(Activation(step.participant, place, len(told.messages)))
        case CaseOf():
            told.within.append(len(told.cases))
            told.cases.append(Case(step.text, place, place, step.tone))
            for inner in step.steps:
                _tell(inner, told)
            index = told.within.pop()
            told.cases[index] = replace(told.cases[index], last=len(told.messages))


def _box(participant: str | Participant) -> Box:
    name = name_of(participant)
    if isinstance(participant, str):
        return Box(name, name)
    return Box(name, name, participant.note, participant.glyph, participant.tone, frame=participant.group)
