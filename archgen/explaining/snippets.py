"""Lines to take over: a waiver in every place that it may stand at, and what is configured of a rule."""

from collections.abc import Sequence

from archgen.explaining.toml_values import toml_value
from archgen.model.catalogue import Entry
from archgen.model.explanation import ShownOption, Snippet
from archgen.model.rule import Rule, Severity
from archgen.model.yaml_scalar import scalar

# Stands for the reason, which only the author knows.
REASON = "why this may stand, so that a reviewer can weigh it"
IN_PYPROJECT = "in `pyproject.toml` the table is `{}`"


def waivers(entry: Entry[Rule], subject: str) -> Sequence[Snippet]:
    """A waiver of the rule in YAML, in Python, in a configuration. `subject` is the id of a part, empty for the whole design."""
    return [_in_yaml(entry, subject), _in_python(entry, subject), _configured(entry, subject)]


def milder(entry: Entry[Rule]) -> Snippet:
    """How a configuration lets the findings of a rule count for less, or leaves it out."""
    severity = "off" if entry.value.severity is Severity.INFO else Severity.INFO.value
    pyproject = IN_PYPROJECT.format("[tool.archgen.lint.severity]")
    place = f"For all designs, in `archgen.toml`: `error`, `warning`, `info`, or `off` to leave it out; {pyproject}."
    return Snippet("toml", place, f'[lint.severity]\n{entry.name} = "{severity}"')


def configured(entry: Entry[Rule], options: Sequence[ShownOption]) -> Snippet | None:
    """The options of a rule in a configuration, with their defaults; None where it has none."""
    lines = [f"{option.name} = {option.default}" for option in options if option.default]
    table = f"lint.rules.{entry.name}"
    place = f"In `archgen.toml`, here with the defaults; {IN_PYPROJECT.format(f'[tool.archgen.{table}]')}."
    return Snippet("toml", place, "\n".join([f"[{table}]", *lines])) if options else None


def _in_yaml(entry: Entry[Rule], subject: str) -> Snippet:
    about = [f"    subject: {scalar(subject)}"] if subject else []
    lines = ["waivers:", f"  - rule: {entry.name}", *about, f"    reason: {scalar(REASON)}"]
    return Snippet("yaml", "In a design in YAML, as a section of its own.", "\n".join(lines))


def _in_python(entry: Entry[Rule], subject: str) -> Snippet:
    variable = subject.replace("-", "_")
    about = [f"        subject={variable},"] if subject else []
    lines = [
        "waivers=[",
        "    Waiver(",
        f"        {toml_value(entry.name)},",
        *about,
        f"        reason={toml_value(REASON)},",
        "    ),",
        "],",
    ]
    holds = f", where `{variable}` is the variable of the part" if subject else ""
    return Snippet("python", f"In a design in Python, as an argument of `Design`{holds}.", "\n".join(lines))


def _configured(entry: Entry[Rule], subject: str) -> Snippet:
    about = [f"subject = {toml_value(subject)}"] if subject else []
    lines = ["[[lint.waivers]]", f"rule = {toml_value(entry.name)}", *about, f"reason = {toml_value(REASON)}"]
    pyproject = IN_PYPROJECT.format("[[tool.archgen.lint.waivers]]")
    return Snippet("toml", f"For designs that you cannot change, in `archgen.toml`; {pyproject}.", "\n".join(lines))
