"""One rule over an architecture: what it finds, or how it crashed."""

import sys
import traceback
from collections.abc import Iterable, Sequence
from contextlib import nullcontext, redirect_stdout
from inspect import isgenerator
from os.path import realpath

from archgen.errors import Position
from archgen.linting.findings import finding
from archgen.linting.problem_faults import problem_fault
from archgen.model.architecture import Architecture
from archgen.model.catalogue import Entry
from archgen.model.estimate import Estimate
from archgen.model.report import Crash, Finding
from archgen.model.rule import Problem, Rule
from archgen.model.spec import Spec
from archgen.model.terms import Terms


def outcome(
    spec: Spec, architecture: Architecture, estimate: Estimate, entry: Entry[Rule], terms: Terms
) -> Sequence[Finding] | Crash:
    """A rule is somebody's code: whatever it raises, or gives that is no problem, is said, and never taken for a pass."""
    worst = terms.severities.get(entry.code)
    found: list[Finding] = []
    try:
        with redirect_stdout(sys.stderr) if entry.path else nullcontext():
            problems = entry.value.problems(architecture, estimate, terms.options.get(entry.code))
            for problem in problems:
                fault = problem_fault(problem, architecture)
                if fault:
                    return _crash(entry, fault, _given_at(entry, problems))
                found.append(finding(spec, architecture, entry, problem, worst))
    except KeyboardInterrupt:
        raise
    except BaseException as error:
        return _crash(entry, _said(error), _raised_at(entry, error))
    return found


def _said(error: BaseException) -> str:
    try:
        return f"{type(error).__name__}: {error}"
    except Exception:
        return type(error).__name__


def _crash(entry: Entry[Rule], error: str, line: int | None) -> Crash:
    """What went wrong; of a rule that archgen does not ship, where in its file."""
    return Crash(entry.value.code, entry.name, f"{error} ({Position(entry.path, line)})" if entry.path else error)


def _given_at(entry: Entry[Rule], problems: Iterable[Problem]) -> int | None:
    """The line of the file that gave the last problem, as far as it can be known: where the rule waits, else where it begins."""
    if isgenerator(problems) and problems.gi_frame and _is_of(entry, problems.gi_code.co_filename):
        return problems.gi_frame.f_lineno
    code = getattr(entry.value.check, "__code__", None)
    return code.co_firstlineno if code and _is_of(entry, code.co_filename) else None


def _raised_at(entry: Entry[Rule], error: BaseException) -> int | None:
    """The innermost line of the rule's file that led to an exception."""
    lines = [frame.lineno for frame in traceback.extract_tb(error.__traceback__) if _is_of(entry, frame.filename)]
    return lines[-1] if lines else None


def _is_of(entry: Entry[Rule], filename: str) -> bool:
    return bool(entry.path) and realpath(filename) == realpath(entry.path)
