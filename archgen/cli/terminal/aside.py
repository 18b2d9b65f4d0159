"""What is said beside the output: for people, and never a command to a runner."""

import sys


def aside(text: object) -> None:
    """Print it to standard error."""
    said = str(text)
    if "##[" in said or "::" in said:
        from archgen.dsl.runner_commands import disarmed

        said = disarmed(said)
    print(said, file=sys.stderr)
