"""Rules that archgen does not ship: read from the files and folders that are named, and kept apart from those that it does."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path, PurePath

from archgen.errors import ConfigurationError, Fault, Position, SpecError
from archgen.loading.rule_file import read_rule, stated_at
from archgen.model.catalogue import FAMILIES, Entry, Shelf, folded, retired
from archgen.model.rule import Rule
from archgen.model.rule_path import RulePath

# The family of rules whose folder has no name to go by.
OWN = "own"


def own_rules(named: Sequence[RulePath], shipped: Shelf[Rule]) -> list[Entry[Rule]]:
    """Every rule of these files and folders, by code. Their files are run. Raises ConfigurationError with all that is wrong."""
    faults: list[Fault] = []
    found: dict[str, Entry[Rule]] = {}
    for path, family in _files(named, faults).items():
        try:
            found[path] = read_rule(path, family)
        except SpecError as problem:
            faults.extend(problem.faults)
    faults.extend(_taken(found.values(), shipped))
    if faults:
        raise ConfigurationError(faults)
    return sorted(found.values(), key=lambda entry: entry.id)


def _files(named: Iterable[RulePath], faults: list[Fault]) -> Mapping[str, str]:
    """The files to read, each once, with the family that its folder is."""
    found: dict[str, tuple[str, str]] = {}
    for one in named:
        for path, family in _below(one, faults):
            found.setdefault(os.path.realpath(path), (path, family))
    return dict(found.values())


def _below(named: RulePath, faults: list[Fault]) -> Iterator[tuple[str, str]]:
    place = Path(named.path)
    if place.is_dir():
        files = list(_rules_below(place))
        if not files:
            faults.append(_fault(named, "the folder holds no rule: no Python file whose name does not begin with an underscore"))
        for file in files:
            within = file.relative_to(place).parent.parts
            yield file.as_posix(), within[0] if within else _name(PurePath(named.written))
    elif not place.exists():
        pattern = "; name the folder, patterns are not read" if "*" in named.written else ""
        faults.append(_fault(named, f"there is no such file or folder{pattern}"))
    elif place.suffix == ".py":
        yield place.as_posix(), _name(PurePath(named.written).parent)
    else:
        faults.append(_fault(named, "a rule is a file of Python, its name ends in .py"))


def _rules_below(folder: Path) -> Iterator[Path]:
    """The files of rules, in the order of their names; what begins with an underscore or a dot is none, nor is in it any."""
    for file in sorted(folder.rglob("*.py")):
        if not any(part.startswith(("_", ".")) for part in file.relative_to(folder).parts):
            yield file


def _name(folder: PurePath) -> str:
    name = PurePath(os.path.normpath(folder)).name
    return OWN if name in ("", ".", "..") else name


def _fault(named: RulePath, message: str) -> Fault:
    if named.place is None:
        return Fault(message, Position(named.written))
    return Fault(f'rules: "{named.written}": {message}', named.place)


def _taken(entries: Iterable[Entry[Rule]], shipped: Shelf[Rule]) -> Iterator[Fault]:
    """Codes and names that somebody else has, or that archgen keeps for rules to come."""
    has = {folded(name): f"archgen's {entry.name}" for entry in shipped for name in _names(entry)}
    reserved = {family.code for family in FAMILIES.values()}
    words = {folded(word) for word in ("all", *FAMILIES, *reserved)}
    for entry in entries:
        for name in _names(entry):
            owner = has.setdefault(folded(name), entry.path)
            letters = name.rstrip("0123456789")
            place, called = _place(entry, name)
            if owner != entry.path:
                yield Fault(f'the {called} "{name}" is taken by {owner}; give another{_such_as(name, entry)}', place)
            elif name == entry.code and letters in reserved:
                message = f'codes that begin with "{letters}" are archgen\'s, those of later versions too'
                yield Fault(f"{message}; give letters of your own{_such_as(name, entry)}", place)
            elif folded(name) in words:
                yield Fault(f'the {called} "{name}" means several rules; give another', place)


def _names(entry: Entry[Rule]) -> Iterator[str]:
    yield from (entry.code, entry.name, *retired(entry))


def _place(entry: Entry[Rule], name: str) -> tuple[Position, str]:
    """Where a rule is given that code or name, and which of these it is."""
    if name == entry.name:
        return Position(entry.path), "name"
    called, argument = ("code", "code") if name == entry.code else ("former name", "formerly")
    return stated_at(entry.path, argument), called


def _such_as(name: str, entry: Entry[Rule]) -> str:
    digits = name.removeprefix(name.rstrip("0123456789"))
    return f', such as "OUR{digits}"' if name == entry.code else ""
