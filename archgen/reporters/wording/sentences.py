"""What people read of a finding, in sentences."""

import re
from collections.abc import Iterator

from archgen.plugin import REVERSALS, UNSHOWN, Finding, Stale, Summary


def one_line(text: str) -> str:
    r"""The text on one line, without what neither a terminal nor XML should be given.

    >>> one_line("a\x1b[2J\n  b")
    'a\ufffd[2J b'
    """
    return " ".join(UNSHOWN.sub("\ufffd", REVERSALS.sub("", text)).split())


def sentence(text: str) -> str:
    """The text with a capital and a full stop; a name that is not all in small letters stays as it is.

    >>> sentence("an entry can stay wrong"), sentence("iPhone asks: when?")
    ('An entry can stay wrong.', 'iPhone asks: when?')
    """
    line = one_line(text)
    opened = line[:1].upper() + line[1:] if re.match(r"[a-z]+\b", line) else line
    return opened if opened.endswith((".", "!", "?")) else f"{opened}."


def more(finding: Finding) -> str:
    """Where the rule's page is: its address on a published site, else what prints it."""
    return finding.url if "://" in finding.url else f"archgen explain {finding.code}"


def mended(stale: Stale) -> str:
    """What the baseline keeps without need.

    >>> mended(Stale("queue-without-dead-letter", ["jobs", "mailer"], 2))
    'queue-without-dead-letter on jobs and mailer: 2 are gone'
    """
    on = f" on {' and '.join(stale.subjects)}" if stale.subjects else ""
    return one_line(f"{stale.rule}{on}: {stale.fixed} {'is' if stale.fixed == 1 else 'are'} gone")


def counted(count: int, noun: str) -> str:
    """A number of things.

    >>> counted(1, "error"), counted(0, "error")
    ('1 error', '0 errors')
    """
    return f"{count} {noun}{'' if count == 1 else 's'}"


def outcome(total: Summary, *, questions: int = 0) -> str:
    """What was found and what was not counted, in figures. Questions that are told apart are no infos."""
    infos = total.infos - questions
    found = [counted(total.errors, "error"), counted(total.warnings, "warning"), counted(infos, "info")]
    asked = [f"{questions} to be answered"] if questions else []
    mended = [f"{total.stale} no longer needed in the baseline"] if total.stale else []
    return ", ".join([*found, *asked, f"{total.waived} waived", f"{total.baselined} baselined", *mended])


def effort(total: Summary) -> str:
    """How many rules were run over how much."""
    return "; ".join(_effort(total))


def _effort(total: Summary) -> Iterator[str]:
    crashed = f"{total.rules_crashed} CRASHED" if total.rules_crashed else "0 crashed"
    yield f"{counted(total.rules_run, 'rule')} run, {total.rules_skipped} skipped, {crashed}"
    yield f"{counted(total.components, 'component')} and {counted(total.connections, 'connection')} checked"
