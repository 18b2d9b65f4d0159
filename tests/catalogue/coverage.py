"""What says each term of a catalogue's conditions: `python -m tests.catalogue.coverage FOLDER_OR_FILE...`."""

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import yaml

from tests.catalogue.conditions import terms
from tests.catalogue.terms import Saying, Terms, all_terms, says


def conditions(files: Iterable[Path]) -> Iterator[tuple[str, str]]:
    """The id and condition of each rule of a catalogue."""
    for file in files:
        document = yaml.load(file.read_text("utf-8"), Loader=yaml.CSafeLoader)
        for rule in document["rules"]:
            yield rule["id"], str(rule["condition"])


def said(rules: Iterable[tuple[str, str]], known: Mapping[str, Terms]) -> Iterator[tuple[str, str, Sequence[Saying]]]:
    """What says each term of each rule; nothing where the rule's entry does not speak of it."""
    for rule, condition in rules:
        entry = known.get(rule, {})
        for term in terms(condition) or ([] if entry else ["(nothing)"]):
            # The key that is most like it: the same, or else the longest.
            keys = sorted((key for key in entry if says(term, key)), key=lambda key: (key != term, -len(key)))
            yield rule, term, entry[keys[0]] if keys else ()


def report(paths: Sequence[str]) -> tuple[str, int]:
    """What says each term, and last the terms that nothing says; with 1 where there are such, else 0."""
    found = list(said(conditions(_files(paths)), all_terms()))
    lines = [f"{rule} {term}: {', '.join(map(str, sayings))}" for rule, term, sayings in found if sayings]
    missing = [f"{rule} {term}: nothing says it" for rule, term, sayings in found if not sayings]
    return "\n".join([*lines, *missing, f"{len(found)} terms, {len(missing)} that nothing says\n"]), int(bool(missing))


def _files(paths: Sequence[str]) -> Iterator[Path]:
    for path in map(Path, paths):
        yield from sorted(path.glob("*.yaml")) if path.is_dir() else [path]


if __name__ == "__main__":
    text, code = report(sys.argv[1:])
    sys.stdout.write(text)
    sys.exit(code)
