"""Walking down a decision tree with somebody who answers."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from archgen.cli.terminal.asking import one_of

if TYPE_CHECKING:
    from archgen.dsl.decision_tree import Ask, DecisionTree, Walk
    from archgen.dsl.requirements import Requirements

HELP = "a number or the answer itself; ? for why this is asked, b to go back, q to stop"

Hear = Callable[[], str | None]
Say = Callable[[str], None]


def walked(tree: "DecisionTree", need: "Requirements", why: "Callable[[Ask], Iterable[str]]", hear: Hear, say: Say) -> "Walk":
    """Ask what the requirements leave open, until there is a choice; or until nobody answers, or wants to stop.

    `hear` gives the next line, None at the end of them.
    """
    given: dict[str, str] = {}
    say(HELP)
    while (question := tree.decide(need, given).open) is not None:
        say(_asked(question))
        line = hear()
        heard = (line or "").strip().lower()
        if line is None or heard in ("q", "quit"):
            break
        if heard in ("b", "back"):
            _go_back(given, say)
        elif heard in ("?", "why"):
            say("\n".join(f"   {reason}" for reason in why(question)))
        else:
            _take(given, question, heard, say)
    return tree.decide(need, given)


def _asked(question: "Ask") -> str:
    answers = (f"   {place} {answer}" for place, answer in enumerate(question.branches, 1))
    return "\n".join(("", question.question, *answers))


def _go_back(given: dict[str, str], say: Say) -> None:
    if given:
        given.popitem()
    else:
        say("   this is the first question that is yours")


def _take(given: dict[str, str], question: "Ask", heard: str, say: Say) -> None:
    answers = {answer.lower(): answer for answer in question.branches}
    try:
        given[question.question] = answers[one_of(answers)(heard)]
    except ValueError as problem:
        say(f"   {problem}")
