"""The baseline as a file: JSON that people can read and merge, an entry on each line, in a fixed order."""

import json
import re
from collections.abc import Iterator

from archgen.errors import ConfigurationError, Fault, Position, suggestion
from archgen.linting.baseline import Baseline, Key
from archgen.model.catalogue import Shelf
from archgen.model.rule import Rule

SCHEMA_VERSION = 1
NEEDED = ("design", "rule", "subjects", "count")
KNOWN = (*NEEDED, "asks")
ENTRIES = re.compile(r'"entries"\s*:\s*\[')
BETWEEN = re.compile(r"[\s,]*")


def written(baseline: Baseline) -> str:
    """The text of the file."""
    lines = ",\n".join(f"    {_entry(key, count)}" for key, count in sorted(baseline.items()) if count > 0)
    entries = f"[\n{lines}\n  ]" if lines else "[]"
    return f'{{\n  "schema_version": {SCHEMA_VERSION},\n  "entries": {entries}\n}}\n'


def read(text: str, path: str, rules: Shelf[Rule]) -> Baseline:
    """What the file says, rules by their names of today. Raises ConfigurationError where it is no baseline."""
    try:
        root = json.loads(text)
    except json.JSONDecodeError as problem:
        merging = "; a merge has left its marks: keep one side of each" if "<<<<<<<" in text else ""
        message = f"this is not JSON: {problem.msg[:1].lower()}{problem.msg[1:]}{merging}"
        raise ConfigurationError([Fault(message, Position(path, problem.lineno, problem.colno))]) from problem
    except RecursionError as problem:
        raise ConfigurationError([Fault("this is nested too deep for a baseline", Position(path))]) from problem
    faults = list(_faults(root, text, path))
    if faults:
        raise ConfigurationError(faults)
    found: dict[Key, int] = {}
    for entry in root["entries"]:
        key = Key(entry["design"], _today(entry["rule"], rules), tuple(sorted(entry["subjects"])), entry.get("asks", False))
        found[key] = max(entry["count"], found.get(key, 0))
    return found


def _entry(key: Key, count: int) -> str:
    entry = {"design": key.design, "rule": key.rule, "subjects": list(key.subjects), "count": count}
    return json.dumps({**entry, "asks": True} if key.asks else entry, ensure_ascii=False)


def _today(name: str, rules: Shelf[Rule]) -> str:
    entry = rules.find(name)
    return entry.name if entry else name


def _faults(root: object, text: str, path: str) -> Iterator[Fault]:
    if not isinstance(root, dict) or "schema_version" not in root or not isinstance(root.get("entries"), list):
        message = (
            'this is no baseline: it needs "schema_version" and a list of "entries", as `archgen baseline create` writes them'
        )
        yield Fault(message, Position(path))
    elif root["schema_version"] is True or root["schema_version"] != SCHEMA_VERSION:
        message = f"schema_version = {json.dumps(root['schema_version'])[:40]}: this archgen reads version {SCHEMA_VERSION} alone"
        yield Fault(message, Position(path))
    else:
        for entry, line in zip(root["entries"], _lines(text), strict=False):
            yield from (Fault(f"the entry is wrong: {fault}", Position(path, line)) for fault in _entry_faults(entry))


def _lines(text: str) -> Iterator[int]:
    """The line on which each entry begins."""
    found, decoder = ENTRIES.search(text), json.JSONDecoder()
    at = before = found.end() if found else len(text)
    line = text.count("\n", 0, at) + 1
    while at < len(text):
        gap = BETWEEN.match(text, at)
        at = gap.end() if gap else at
        if text[at : at + 1] in ("", "]"):
            return
        line += text.count("\n", before, at)
        yield line
        before, at = at, decoder.raw_decode(text, at)[1]


def _entry_faults(entry: object) -> Iterator[str]:
    if not isinstance(entry, dict):
        yield "it must be an object with design, rule, subjects and count"
        return
    yield from (f'"{name}" is missing' for name in NEEDED if name not in entry)
    yield from (f'there is no "{name}"{suggestion(name, KNOWN)}' for name in entry if name not in KNOWN)
    subjects, count = entry.get("subjects", []), entry.get("count", 1)
    yield from (f"{name} must be a text" for name in ("design", "rule") if not isinstance(entry.get(name, ""), str))
    if not isinstance(subjects, list) or not all(isinstance(one, str) for one in subjects):
        yield "subjects must be a list of ids"
    if isinstance(count, bool) or not isinstance(count, int) or count < 1:
        yield "count must be a whole number over 0"
    if not isinstance(entry.get("asks", False), bool):
        yield "asks must be true or false"
