"""What is said to people, on terminals and beside the output: read as it is written, and never a command to a runner."""

import sys


def aside(text: object) -> None:
    """Print it to standard error; on a terminal no word is broken at its edge."""
    said = plainly(str(text))
    if "##[" in said or "::" in said:
        from archgen.dsl.runner_commands import disarmed

        said = disarmed(said)
    print(fitted(said, _width()), file=sys.stderr)


def plainly(text: str) -> str:
    """The text without what would let a terminal show it in another order, or go back in a line."""
    if text.isascii() and "\r" not in text:
        return text
    from archgen.dsl.texts import REVERSALS

    return REVERSALS.sub("", text).replace("\r\n", "\n").replace("\r", " ")


def fitted(text: str, width: int) -> str:
    """Lines that are wider go on below their own beginning; a width of 0 lets them be."""
    if not width or all(len(line) <= width for line in text.splitlines()):
        return text
    from archgen.model.units import broken

    lines = ((line, line[: len(line) - len(line.lstrip())]) for line in text.splitlines())
    return "\n".join(part for line, margin in lines for part in (broken(line.strip(), width, margin, margin) or [line]))


def _width() -> int:
    """Of the terminal that standard error is; 0 where it is none."""
    if not sys.stderr.isatty():
        return 0
    from os import get_terminal_size

    return get_terminal_size(sys.stderr.fileno()).columns
