"""Designs to start from, written in the form that their author wants to go on in; a rule and a site to start from."""

import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from archgen.dsl.design import Design
from archgen.dsl.naming import slug
from archgen.errors import UsageError
from archgen.loading import library
from archgen.loading.rule_file import NAME
from archgen.loading.shipped import shipped
from archgen.model.catalogue import Entry
from archgen.model.link import link

FORMS = {"yaml": ".yaml", "python": ".py"}


def shapes() -> Sequence[Entry[object]]:
    """The starting points that there are."""
    return [library.start(name) for name in library.formats(library.STARTS)]


def started(shape: str, name: str, clients: int, rate: float, form: str, file: str) -> str:
    """The text of a design of that shape. Raises UnknownNameError for a shape that there is not."""
    entry = library.start(shape)
    design: Design = entry.value(name, clients, rate)
    text = library.exporter(form).write(link(design))
    return f"{_remark(entry, file)}\n{text}" if form == "yaml" else text


def rule_file(name: str) -> str:
    """The file of a rule of that name. Raises UsageError for one that no rule can have."""
    stem = slug(name)
    if not NAME.fullmatch(stem):
        raise UsageError(f'"{name}" makes no name for a rule; say in a few words what it finds, such as "Public database"')
    return f"{stem}.py"


def started_rule(target: Path) -> str:
    """A whole rule, with the first code that is in no file beside it."""
    taken = {code for path in target.parent.glob("*.py") for code in re.findall(r"OUR\d{3}", path.read_text("utf-8", "replace"))}
    code = next(code for code in (f"OUR{number:03}" for number in range(1, 1000)) if code not in taken)
    return (shipped("templates") / "rule" / "own_rule.py").read_text("utf-8").replace("OUR001", code)


def started_site(title: str, clients: int, rate: float) -> Mapping[str, str]:
    """The files of a site of that title: its configuration, a design to start from, and a page that leads to it."""
    stem = slug(title) or "design"
    file = f"designs/{stem}.yaml"
    configuration, page = ((shipped("templates") / "start" / name).read_text("utf-8") for name in ("archgen.toml", "index.md"))
    heading = re.sub(r"([\\`*_\[\]<>#&!|~])", r"\\\1", title)
    filled = {"TITLE": heading, "DESIGN": heading, "SLUG": stem.replace("_", "-")}
    return {
        "archgen.toml": configuration.replace("TITLE", json.dumps(title, ensure_ascii=False), 1),
        file: started("web", title, clients, rate, "yaml", file),
        "pages/index.md": re.sub("TITLE|DESIGN|SLUG", lambda found: filled[found[0]], page),
    }


def _remark(entry: Entry[object], file: str) -> str:
    commands = {
        f"archgen lint {file}": "checks it",
        f"archgen render {file}": "draws it",
        "archgen explain service": "says what can be stated of a word",
    }
    width = max(map(len, commands))
    return "\n".join((f"# {entry.claim}", "#", *(f"# {command:<{width}}  {what}" for command, what in commands.items())))
