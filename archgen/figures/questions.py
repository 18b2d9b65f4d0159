"""Trees of questions that no requirements answer: to explain how something is chosen."""

import dataclasses
from collections.abc import Mapping

from archgen.dsl.decision_tree import Ask, Choose, DecisionTree
from archgen.dsl.requirements import Requirements
from archgen.dsl.texts import Listed, Name, Text
from archgen.dsl.word import Word, word
from archgen.figures.panel import Panel
from archgen.figures.walked import way_down


@word
class Outcome(Word):
    """Where answers lead."""

    name: Name = dataclasses.field(kw_only=False)
    """What is chosen."""
    text: Text = dataclasses.field(default="", kw_only=False)
    """Why, or what it means."""


@word
class Question(Word):
    """A question with its answers."""

    text: Name = dataclasses.field(kw_only=False)
    """What is asked."""
    answers: "Mapping[Name, Question | Outcome]" = dataclasses.field(kw_only=False)
    """Every answer with what follows from it; two at the least."""

    def __post_init__(self) -> None:
        Word.__post_init__(self)
        if len(self.answers) < 2:
            raise ValueError("a question has two answers or more; with one there is nothing to ask")


@word
class Questions(Panel):
    """Questions that lead to one of several outcomes."""

    root: Question = dataclasses.field(kw_only=False)
    """What is asked first."""
    taken: Listed[Name] = ()
    """The answers of the way that stands out, from the root on; none for no such way."""

    def __post_init__(self) -> None:
        Panel.__post_init__(self)
        way_down(self.tree(), self.taken)

    def tree(self) -> DecisionTree:
        """The same as a tree that nothing answers."""
        return DecisionTree(self.title, _asked(self.root))

    def told(self) -> str:
        """Every question with its answers."""
        return " ".join(_told(self.root))


def _asked(question: Question) -> Ask:
    branches = {answer: _node(following) for answer, following in question.answers.items()}
    return Ask(question.text, _unanswered, branches, ())


def _node(following: Question | Outcome) -> Ask | Choose:
    return _asked(following) if isinstance(following, Question) else Choose(following.name, following.text)


def _unanswered(_: Requirements) -> None:
    """No requirement answers a question of a figure."""


def _told(question: Question) -> list[str]:
    said = [question.text]
    for answer, following in question.answers.items():
        if isinstance(following, Question):
            said += [f"{answer}:", *_told(following)]
        else:
            said.append(f"{answer}: {following.name}{f', {following.text}' if following.text else ''}.")
    return said
