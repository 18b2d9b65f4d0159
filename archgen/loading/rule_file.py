"""From a file that somebody wrote to a rule: run it, and look whether what it binds is one."""

import ast
import dataclasses
import inspect
import re
import sys
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path

from archgen.dsl.naming import an
from archgen.errors import Fault, Position, SpecError
from archgen.loading.running import compiled, execute, running
from archgen.loading.text_file import read_text
from archgen.model.catalogue import Entry
from archgen.model.rule import Rule, Severity
from archgen.model.rule_options import rule_options

CODE = re.compile(r"[A-Z]{2,}[0-9]+")
NAME = re.compile(r"[a-z][a-z0-9]*([_-][a-z0-9]+)*")
LIKE = 'rule = Rule("OUR001", Severity.WARNING, check, flagged=[...], accepted=[...])'
PAGE = "what it finds, why that matters, what to do and when it does not apply"


def read_rule(path: str, family: str) -> Entry[Rule]:
    """The rule of a file, under the file's name. The file is run. Raises SpecError with all that keeps it from being a rule."""
    text, filename = read_text(path), str(Path(path).resolve())
    tree, code = compiled(text, filename, path)
    # What reads the options of a rule looks for its module; of a file that was changed it is another one.
    name = f"archgen_rule_{sha256((filename + text).encode()).hexdigest()[:16]}"
    with running(filename, name) as module:
        execute(code, module, filename, path, "the rule's file")
    sys.modules[name] = module
    value, page = module.__dict__.get("rule"), inspect.cleandoc(module.__doc__ or "").strip()
    faults = list(_faults(value, page, _Lines(tree, path)))
    if faults or not isinstance(value, Rule):
        del sys.modules[name]
        raise SpecError(faults)
    claim = page.split("\n\n")[0].replace("\n", " ").rstrip(".")
    return Entry(Path(path).stem.replace("_", "-"), family, claim, page, value, value.code, path)


class _Lines:
    """Where a file says what of its rule."""

    def __init__(self, tree: ast.Module, path: str) -> None:
        self.path = path
        bound = [node for node in tree.body if isinstance(node, (ast.Assign, ast.AnnAssign)) and _binds_rule(node)]
        self.call = bound[-1].value if bound else None

    def of(self, argument: str) -> Position:
        """The line of an argument of the rule, else that of the rule, else the file."""
        if not isinstance(self.call, ast.Call):
            return Position(self.path, self.call.lineno if self.call else None)
        names = [field.name for field in dataclasses.fields(Rule)]
        given: dict[str | None, ast.expr] = dict(zip(names, self.call.args, strict=False))
        given |= {keyword.arg: keyword.value for keyword in self.call.keywords}
        return Position(self.path, given.get(argument, self.call).lineno)


def stated_at(path: str, argument: str) -> Position:
    """Where a file states an argument of its rule."""
    return _Lines(ast.parse(read_text(path)), path).of(argument)


def _binds_rule(node: ast.Assign | ast.AnnAssign) -> bool:
    targets = node.targets if isinstance(node, ast.Assign) else [node.target]
    return any(isinstance(target, ast.Name) and target.id == "rule" for target in targets)


def _faults(value: object, page: str, lines: _Lines) -> Iterator[Fault]:
    if not NAME.fullmatch(Path(lines.path).stem):
        message = (
            "the file's name is the rule's: write it in small letters, with underscores between words, such as public_database.py"
        )
        yield Fault(message, Position(lines.path))
    if not page:
        yield Fault(f"the rule has no page; begin the file with a text in triple quotes: {PAGE}", Position(lines.path, 1))
    if not isinstance(value, Rule):
        yield Fault(_no_rule(value), lines.of("code"))
        return
    for argument, needed in _needed(value).items():
        yield Fault(f"the rule's {argument} {needed}", lines.of(argument))


def _no_rule(value: object) -> str:
    if value is None:
        return f"the file binds no `rule`; end it with: {LIKE}; if it is to hold none, let its name begin with an underscore"
    return f"`rule` is {an(type(value).__name__)} and no Rule; end the file with: {LIKE}"


def _needed(rule: Rule) -> Mapping[str, str]:
    """By attribute, what it has to be and is not: a rule checks nothing of itself when it is made."""
    found = {
        "code": _needed_code(rule.code),
        "severity": "" if isinstance(rule.severity, Severity) else "must be Severity.ERROR, Severity.WARNING or Severity.INFO",
        "check": "" if callable(rule.check) else "must be a function of the architecture and the estimate that yields problems",
        **{name: _needed_cases(getattr(rule, name)) for name in ("flagged", "accepted")},
        **{name: _needed_names(getattr(rule, name)) for name in ("see", "beside", "formerly")},
        "options": _needed_options(rule),
    }
    return {argument: needed for argument, needed in found.items() if needed}


def _needed_code(code: object) -> str:
    if isinstance(code, str) and CODE.fullmatch(code):
        return ""
    written = f'"{code}"' if isinstance(code, str) else repr(code)
    return f'must be capital letters and then digits, such as "OUR001", and not {written}'


def _needed_cases(cases: object) -> str:
    fits = isinstance(cases, (list, tuple)) and all(callable(case) for case in cases)
    return "" if fits else "must be a list of functions that each make a design, such as [lambda: shop(public=True)]"


def _needed_names(names: object) -> str:
    fits = isinstance(names, (list, tuple)) and all(isinstance(name, str) for name in names)
    return "" if fits else 'must be a list of codes or names, such as ["LT017"]'


def _needed_options(rule: Rule) -> str:
    if rule.options is None:
        return ""
    if not isinstance(rule.options, type) or not dataclasses.is_dataclass(rule.options):
        return "must be a dataclass"
    try:
        rule_options(rule)
    except Exception:
        return "must have a default for every attribute, and types such as Whole, Share, Duration, bool or Literal"
    return ""
