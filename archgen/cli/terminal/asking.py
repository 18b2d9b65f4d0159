"""Questions to the person at the terminal. They go to the error stream, so that the output holds the answer alone."""

import sys
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


def ask(question: str, default: str, read: Callable[[str], T]) -> T:
    """The answer, read by `read`, which raises ValueError for one that will not do: then it is asked again.

    An empty answer is the default. Raises UsageError where nobody is there to answer.
    """
    from archgen.errors import UsageError

    while True:
        print(f"{question}{f' [{default}]' if default else ''} ", end="", file=sys.stderr, flush=True)
        line = sys.stdin.readline() if sys.stdin else ""
        if not line:
            print(file=sys.stderr)
            raise UsageError('nobody answers; give the NAME: archgen new "Ticket booking"')
        try:
            return read(line.strip() or default)
        except ValueError as problem:
            print(f"  {problem}", file=sys.stderr)


def one_of(answers: dict[str, str]) -> Callable[[str], str]:
    """Reads one of these answers, by its name, the beginning of its name, or its number."""

    def read(text: str) -> str:
        numbered = dict(zip(map(str, range(1, len(answers) + 1)), answers, strict=True))
        wanted = numbered.get(text, text.lower())
        found = [name for name in answers if name == wanted] or [name for name in answers if wanted and name.startswith(wanted)]
        if len(found) != 1:
            raise ValueError(f"answer with one of: {', '.join(answers)}")
        return found[0]

    return read
