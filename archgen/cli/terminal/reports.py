"""Reports on the screen and in files: in which forms, where to, and how people want them."""

import os
import sys
from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from archgen.cli.terminal.manner import manner, takes_colour

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import NoReturn, TextIO

    from archgen.errors import Fault
    from archgen.model.exchange import Manner, Reporter
    from archgen.model.report import Report

    # The name of a form, what writes it, and the file that it goes to.
    Form = tuple[str, Reporter, str]

SCREEN = "-"
READ_BY_PEOPLE = ("text", "github", "markdown")
FORMS = "text, json, sarif, github, gitlab, junit or markdown"
# GitHub refuses a step's summary of more than a mebibyte.
SUMMARY_LIMIT = 1_000_000


def takes_reports(parser: ArgumentParser) -> None:
    """In which forms the report is wanted, and how."""
    parser.add_argument("--format", default="text", metavar="FORMAT", help=f"form of the report on the screen: {FORMS}")
    output = "write the report to a file as well, in any of these forms; may be given several times"
    parser.add_argument("--output", metavar="FORMAT=FILE", action="append", default=[], help=output)
    parser.add_argument("--ask", action="store_true", help="list what has to be answered behind the findings of each design")
    takes_colour(parser)
    site = "where the site is published that `archgen site build` makes, for links to the pages of rules"
    parser.add_argument("--site", metavar="URL", default="", help=site)


def report_forms(options: Namespace) -> "list[Form]":
    """The form on the screen, then those in files. What cannot be written is refused before anything is done."""
    from archgen.errors import UsageError
    from archgen.loading.library import reporter

    if options.site and not options.site.startswith(("https://", "http://")):
        raise UsageError(f'"{options.site}" is not the address of a site; give one such as https://example.org/docs')
    outputs = [_output(text) for text in options.output]
    read = filter(None, (*options.specs, options.stdin_filename, options.config, options.baseline))
    taken = {os.path.realpath(path): "is read here" for path in read}
    for name, file in outputs:
        place = file if file == SCREEN else os.path.realpath(file)
        if place in taken:
            raise UsageError(f"{file} {taken[place]}; give the {name} report a file of its own")
        taken[place] = f"is where the {name} report goes already"
    return [(name, reporter(name), file) for name, file in [(options.format, SCREEN), *outputs]]


def near(path: str) -> str:
    """The path from the current folder, where it leads below it: who reads a report elsewhere has no use for the rest."""
    from_here = os.path.relpath(path) if os.path.isabs(path) else path  # noqa: PTH117 pathlib is slow to import
    return path if from_here.startswith(os.pardir) else from_here


def deliver(reports: "Sequence[Report]", forms: "Iterable[Form]", options: Namespace, *, screen: "TextIO | None" = None) -> None:
    """Write every form: files as a whole or not at all, and the screen whatever becomes of the files.

    `screen` is another stream than the output, where that holds something else.
    """
    from archgen.model.report import published

    shown = [published(report, options.site) for report in reports] if options.site else reports
    texts = [(name, _written(form, shown, _manner(options, file)), file) for name, form, file in forms]
    try:
        _save([(text, file) for _, text, file in texts if file != SCREEN])
        if any(name == "github" for name, _, _ in texts):
            _summarise(shown, options)
    finally:
        (screen or sys.stdout).write("".join(text for _, text, file in texts if file == SCREEN))


def for_people(forms: "Iterable[Form]") -> "list[Form]":
    """What is told of some designs where others could not be read; programs would take the others for mended."""
    return [one for one in forms if one[0] in READ_BY_PEOPLE and one[2] == SCREEN]


def tell_unread(faults: "Sequence[Fault]", forms: "Sequence[Form]") -> "NoReturn":
    """Say what is wrong with designs, and which files were not written for that. Raises SpecError."""
    from archgen.cli.terminal.aside import aside
    from archgen.errors import SpecError

    for _, form, file in forms:
        if form.unread and file == SCREEN:
            sys.stdout.write(form.unread(faults))
    files = [file for _, _, file in forms if file != SCREEN]
    if files:
        aside(f"note: {' and '.join(files)} not written, as not every design can be read")
    raise SpecError(faults)


def _output(text: str) -> tuple[str, str]:
    from archgen.errors import UsageError

    name, _, file = text.partition("=")
    if not name or not file:
        raise UsageError(f'--output takes FORMAT=FILE, such as sarif=archgen.sarif, and not "{text}"')
    return name, file


def _manner(options: Namespace, file: str) -> "Manner":
    """As people want what is on the screen."""
    return manner(options.color, screen=file == SCREEN, ask=options.ask)


def _written(form: "Reporter", reports: "Sequence[Report]", manner: "Manner") -> str:
    return form.show(reports, manner) if form.show else form.write(reports)


def _save(files: "Iterable[tuple[str, str]]") -> None:
    from pathlib import Path

    from archgen.cli.terminal.saving import save

    for text, file in files:
        save(Path(file), text.encode("utf-8", "backslashreplace"))


def _summarise(reports: "Sequence[Report]", options: Namespace) -> None:
    """Tell of the run on the page of the GitHub workflow, where this is one."""
    from archgen.errors import UsageError
    from archgen.loading.library import reporter

    path = os.environ.get("GITHUB_STEP_SUMMARY")
    if not path:
        return
    text = _written(reporter("markdown"), reports, _manner(options, path))
    try:
        with open(path, "ab") as file:  # noqa: PTH123
            file.write(_cut(text.encode("utf-8", "backslashreplace"), SUMMARY_LIMIT - file.tell()))
    except OSError as problem:
        raise UsageError(f"{path}, which GITHUB_STEP_SUMMARY names, cannot be written: {problem.strerror}") from problem


def _cut(text: bytes, room: int) -> bytes:
    """As many whole lines as there is room for, and a word on those left out."""
    if len(text) <= room:
        return text
    rest = b"\n\nThe rest did not fit here; the log has it.\n"
    return text[: max(0, room - len(rest))].rpartition(b"\n")[0] + rest if room > len(rest) else b""
