"""Keeping decision records in a folder."""

import re
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from archgen.loading.own_library import OwnLibrary
    from archgen.model.decided import Decided
    from archgen.pipeline.reading import Read

DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def keep(decided: "Sequence[Decided]", design: "Read | None", options: Namespace, own: "OwnLibrary | None" = None) -> int:
    """Write the records that are missing, or with --check name them; 1 where that finds some. Raises UsageError."""
    from archgen.cli.terminal.saving import save
    from archgen.documents.records import Case, additions
    from archgen.errors import UsageError
    from archgen.pipeline.own_entries import known_patterns

    if options.date and not DATE.fullmatch(options.date):
        raise UsageError(f"--date {options.date} is not a date such as 2031-05-17")
    folder = Path(options.save)
    patterns = {entry.name: entry.value for entry in known_patterns(own)}
    name, summary = (design.name, design.spec.design.summary or "") if design else ("", "")
    cases = [Case(one, patterns, name, summary, options.date) for one in decided]
    written = additions(cases, _texts(folder))
    for file, text in sorted(written.items()):
        if not options.check:
            save(folder / file, text)
        print(f"{folder / file}{' is missing or would change' if options.check else ''}")
    return int(options.check and bool(written))


def _texts(folder: Path) -> dict[str, str]:
    from archgen.errors import UsageError

    if folder.exists() and not folder.is_dir():
        raise UsageError(f"{folder} is a file; give a folder")
    try:
        return {path.name: path.read_text("utf-8") for path in sorted(folder.glob("*.md"))}
    except (OSError, UnicodeDecodeError) as problem:
        raise UsageError(f"the records of {folder} cannot be read: {problem}") from problem
