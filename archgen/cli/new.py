"""Write a design to start from, a rule, or a site.

Without NAME it asks five questions: what the system is called, what it mostly does, how many use it, how much they ask of it,
and whether to write YAML or Python. With NAME it asks nothing. What it writes lints clean and draws at once.

With --rule it writes a rule of your own: a whole one, to be changed to what it is to find. `archgen test-rules` tries it, and
`rules = ["rules/"]` at the top of archgen.toml lets it run.

With --site it writes a site of that title: an archgen.toml, a design and a page. `archgen site serve` shows it.

    archgen new "Ticket booking"
    archgen new "Ticket booking" --shape jobs --clients 200k --requests 50 -o architecture.py
    archgen new --rule "Engine without on-call"
    archgen new --site "Systems of our shop"
"""

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SHAPES = {
    "web": "requests and answers",
    "live": "updates that are shown to others at once",
    "jobs": "work that is done in the background",
    "uploads": "files that people send and look at",
    "events": "streams of many small writes",
}
FORMS = {"yaml": "nothing of it is ever run", "python": "checked by your editor as you type"}
SUFFIXES = {".yaml": "yaml", ".yml": "yaml", ".py": "python"}


def arguments(parser: ArgumentParser) -> None:
    """Take the name, the file and the load."""
    parser.add_argument("name", metavar="NAME", nargs="?", help="what the system is called; asked for where it is left out")
    where = "where to write (default: NAME in snake case, .yaml or .py; rules/NAME.py for a rule)"
    parser.add_argument("-o", "--output", metavar="FILE", help=where)
    kind = parser.add_mutually_exclusive_group()
    kind.add_argument("--rule", action="store_true", help="write a rule of that name, which says what it finds")
    site = "write a site of that title into the current folder, or into the folder that -o names"
    kind.add_argument("--site", action="store_true", help=site)
    parser.add_argument("--shape", choices=SHAPES, help="what it mostly does (default: web)")
    parser.add_argument("--clients", metavar="N", help="how many use it at the same time (default: 10000)")
    parser.add_argument("--requests", metavar="N", help="requests a second of all of them (default: 200)")
    parser.add_argument("--form", choices=FORMS, help="what to write (default: as FILE ends, else yaml)")


def run(options: Namespace) -> None:
    """Ask what is not given, make the design and save it; a file that exists is left alone."""
    if options.rule:
        _write_rule(options)
        return
    if options.site:
        _write_site(options)
        return
    from pathlib import Path

    from archgen.dsl.naming import slug
    from archgen.errors import UsageError
    from archgen.pipeline.starting import started

    options.form = options.form or _form_of(options.output)
    _answer(options)
    target = Path(options.output or f"{slug(options.name)}{'.py' if options.form == 'python' else '.yaml'}")
    if _form_of(str(target)) != options.form:
        raise UsageError(f"{target} does not end as {options.form} does; give another file with -o, or another --form")
    _save_new(target, lambda: started(options.shape, options.name, options.clients, options.requests, options.form, str(target)))


def _write_rule(options: Namespace) -> None:
    """Save a rule, with the first code that no file beside it has."""
    from pathlib import Path

    from archgen.errors import UsageError
    from archgen.pipeline.starting import rule_file, started_rule

    _refuse_others(options, "a rule")
    if not options.name:
        raise UsageError('name what the rule finds: archgen new --rule "Public database"')
    target = Path(options.output) if options.output else Path("rules") / rule_file(options.name)
    _save_new(target, lambda: started_rule(target))


def _write_site(options: Namespace) -> None:
    """Save the files of a site, all of them or none."""
    from pathlib import Path

    from archgen.cli.terminal.saving import save_set
    from archgen.dsl.texts import name
    from archgen.errors import UsageError
    from archgen.pipeline.starting import started_site

    _refuse_others(options, "a site")
    try:
        title = name(options.name or "")
    except ValueError as problem:
        raise UsageError(f'say what the site is called: archgen new --site "Systems of our shop" ({problem})') from problem
    folder = Path(options.output or "")
    files = {folder / path: text for path, text in started_site(title, 10_000, 200.0).items()}
    for path in files:
        if path.exists():
            raise UsageError(f"{path} exists already; give another folder with -o")
    save_set(list(files.items()))
    for path in files:
        print(path)


def _refuse_others(options: Namespace, what: str) -> None:
    """Refuse options that are for designs alone."""
    from archgen.errors import UsageError

    given = [name for name in ("shape", "clients", "requests", "form") if getattr(options, name)]
    if given:
        raise UsageError(f"--{given[0]} is for a design, and not for {what}")


def _save_new(target: "Path", text: "Callable[[], str]") -> None:
    from archgen.cli.terminal.saving import save
    from archgen.errors import UsageError

    if target.exists():
        raise UsageError(f"{target} exists already; give another file with -o")
    save(target, text())
    print(target)


def _answer(options: Namespace) -> None:
    """Fill in what is not given: by questions where there is no name, else by what is most common."""
    from archgen.cli.terminal.asking import ask, one_of
    from archgen.dsl.texts import name
    from archgen.errors import UsageError

    questions = {
        "name": ("What is the system called?", "", name),
        "shape": (_choices("What does it mostly do?", SHAPES), "web", one_of(SHAPES)),
        "clients": ("How many use it at the same time?", "10000", _clients),
        "requests": ("How many requests a second do they send, all together?", "200", _requests),
        "form": (_choices("In which form?", FORMS), "yaml", one_of(FORMS)),
    }
    asking = options.name is None
    for attribute, (question, default, read) in questions.items():
        given = getattr(options, attribute)
        try:
            value = ask(question, default, read) if given is None and asking else read(default if given is None else given)
        except ValueError as problem:
            raise UsageError(f"{'NAME' if attribute == 'name' else f'--{attribute}'}: {problem}") from problem
        setattr(options, attribute, value)


def _choices(question: str, answers: dict[str, str]) -> str:
    return "\n".join(
        (question, *(f"  {number} {name:<8} {about}" for number, (name, about) in enumerate(answers.items(), 1)), ">")
    )


def _clients(text: str) -> int:
    from archgen.dsl.quantities import parse_count

    count = parse_count(text)
    if not isinstance(count, int) or not 0 < count < 10**12:
        raise ValueError("the number of clients is a whole number above zero, such as 200k")
    return count


def _requests(text: str) -> float:
    from archgen.dsl.quantities import parse_rate

    rate = parse_rate(text)
    if not 0 < rate < 1e12:
        raise ValueError("the number of requests a second is above zero, such as 12.5 or 4k/s")
    return float(rate)


def _form_of(output: "str | None") -> "str | None":
    """The form that a file's name asks for; None where there is no file."""
    from archgen.errors import UsageError

    if output is None:
        return None
    form = next((form for suffix, form in SUFFIXES.items() if output.endswith(suffix)), None)
    if form is None:
        raise UsageError(f"a design is written as .yaml or .py, not as {output}")
    return form
