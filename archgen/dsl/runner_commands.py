"""What GitHub's runners would obey in a text that is printed: no design may tell them anything."""

import re

from archgen.dsl.texts import REVERSALS

# Up to the place where a sign without width breaks a command: `::` where a line begins, behind colours too, and `##[` anywhere.
COMMAND = re.compile(r"^(?:[^\S\n]|\x1b\[[\d;]*m)*(?=::)|##(?=\[)", re.MULTILINE)


def disarmed(text: str) -> str:
    r"""The text, in which nothing is a command.

    >>> disarmed("  ::error::no\nx ##[group]y") == "  \u200b::error::no\nx ##\u200b[group]y"
    True
    """
    return COMMAND.sub("\\g<0>\u200b", text)


def disarmed_json(text: str) -> str:
    r"""The same of JSON, which goes on to say what it said, and is read in the order in which it is written.

    >>> disarmed_json('["##[group]x"]')
    '["##\\u005bgroup]x"]'
    """
    return REVERSALS.sub(lambda sign: f"\\u{ord(sign[0]):04x}", text).replace("##[", "##\\u005b")
