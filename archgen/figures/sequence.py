"""Sequences: who sends what to whom, one after the other, and what goes on meanwhile."""

import dataclasses
from collections.abc import Iterator
from collections.abc import Sequence as Steps

from archgen.dsl.appearance import Glyph, Tone
from archgen.dsl.texts import Listed, Name, Text
from archgen.dsl.word import Word, word
from archgen.figures.panel import Panel


@word
class Participant(Word):
    """One who takes part."""

    name: Name = dataclasses.field(kw_only=False)
    """What it is called; messages speak of it by this."""
    note: Text = ""
    """What stands under its name."""
    glyph: Glyph = Glyph.NONE
    """Its icon."""
    tone: Tone = "neutral"
    """The family of its colour."""
    group: Name | None = None
    """What it belongs to, with those beside it that say the same; None for nothing."""


@word
class Message(Word):
    """What passes from one to another, or stays with one."""

    source: Name = dataclasses.field(kw_only=False)
    """Who sends it."""
    target: Name = dataclasses.field(kw_only=False)
    """Who it is for; the sender itself for what it does on its own."""
    text: Text = dataclasses.field(kw_only=False)
    """What it says."""
    answer: bool = False
    """Whether it answers, or nobody waits for an answer to it: then its line is broken."""
    lost: bool = False
    """Whether it never arrives."""
    at: Text = ""
    """When it is sent, such as `50 ms`; empty for what is not told."""


@word
class Note(Word):
    """What is to be known at a point: a state that is reached, a wait, what somebody holds."""

    text: Text = dataclasses.field(kw_only=False)
    """What it says."""
    over: Listed[Name] = ()
    """Whom it concerns: it stands over them and all between them; none for all."""
    tone: Tone = "neutral"
    """The family of its colour."""


@word
class Active(Word):
    """Steps during which somebody works, holds a lock or has a transaction open."""

    participant: Name = dataclasses.field(kw_only=False)
    """Who."""
    steps: "Listed[Step]" = dataclasses.field(kw_only=False)
    """What happens meanwhile, from the message that begins it to the one that ends it."""


@word
class Case(Word):
    """Steps that are taken in one case only."""

    text: Name = dataclasses.field(kw_only=False)
    """In which."""
    steps: "Listed[Step]" = dataclasses.field(kw_only=False)
    """What happens then."""
    tone: Tone = "neutral"
    """The family of its colour: `bad` where something has failed."""


Step = Message | Note | Active | Case


@word
class Sequence(Panel):
    """Messages between participants, from the top down."""

    participants: Listed[Name | Participant] = dataclasses.field(kw_only=False)
    """Who takes part, from left to right."""
    steps: Listed[Step] = dataclasses.field(kw_only=False)
    """What happens, one after the other."""
    numbered: bool = True
    """Whether messages have numbers."""

    def __post_init__(self) -> None:
        Panel.__post_init__(self)
        names = [name_of(one) for one in self.participants]
        if len(set(names)) < len(names):
            raise ValueError("two participants have the same name; tell them apart")
        strange = next((name for name in _spoken_of(self.steps) if name not in names), None)
        if strange is not None:
            raise ValueError(f"no participant is called {strange!r}; there are {', '.join(names)}")
        if not names or not any(True for _ in messages(self.steps)):
            raise ValueError("a sequence needs participants and at least one message")

    def told(self) -> str:
        """Who takes part, and every step in its order."""
        names = ", ".join(name_of(one) for one in self.participants)
        return " ".join((f"Between {names}.", *_told(self.steps, iter(range(1, 10_000)))))


def name_of(participant: str | Participant) -> str:
    """What a participant is called."""
    return participant if isinstance(participant, str) else participant.name


def messages(steps: Steps[Step]) -> Iterator[Message]:
    """Every message, at any depth."""
    for step in steps:
        if isinstance(step, Message):
            yield step
        elif isinstance(step, (Active, Case)):
            yield from messages(step.steps)


def _spoken_of(steps: Steps[Step]) -> Iterator[str]:
    for step in steps:
        match step:
            case Message():
                yield from (step.source, step.target)
            case Note():
                yield from step.over
            case Active():
                yield step.participant
                yield from _spoken_of(step.steps)
            case Case():
                yield from _spoken_of(step.steps)


def _told(steps: Steps[Step], numbers: Iterator[int]) -> Iterator[str]:
    for step in steps:
        match step:
            case Message():
                yield f"{next(numbers)}. {_passed(step)}."
            case Note():
                yield f"{', '.join(step.over)}: {step.text}." if step.over else f"{step.text}."
            case Active():
                yield from _told(step.steps, numbers)
            case Case():
                yield f"{step.text}:"
                yield from _told(step.steps, numbers)


def _passed(message: Message) -> str:
    ends = message.source if message.source == message.target else f"{message.source} to {message.target}"
    when = f" at {message.at}" if message.at else ""
    return f"{ends}{when}: {message.text or 'nothing is said'}{', which is lost' if message.lost else ''}"
