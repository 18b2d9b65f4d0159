"""Problems that a team tells of itself: files as those beside archgen's patterns are, read with the place of everything."""

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import Final

from archgen.errors import ConfigurationError, SpecError, suggestion
from archgen.loading.text_file import read_text
from archgen.model.known_problem import KnownProblem
from archgen.model.positioned import Node, Reading
from archgen.model.source_path import SourcePath

TEXTS: Final = ("title", "says")
LISTS: Final = ("uses", "known_as", "designs", "shown_by")
MAPPINGS: Final = ("requirements", "decides")
KEYS: Final = (*TEXTS, *MAPPINGS, *LISTS)
SUFFIXES: Final = (".yaml", ".yml", ".json")


def own_problems(
    named: Sequence[SourcePath], beside: Sequence[tuple[str, str]], taken: Collection[str]
) -> Sequence[KnownProblem]:
    """Those of files that are named, and of files beside patterns with their families. Raises ConfigurationError.

    `taken` are the ids of others.
    """
    reading = Reading()
    files = [*beside, *_files(named, reading)]
    found: dict[str, KnownProblem] = {}
    try:
        for family, path in dict.fromkeys(files):
            _read(family, path, {*taken, *found}, found, reading)
    except SpecError as problem:
        raise ConfigurationError([*reading.faults, *problem.faults]) from problem
    if reading.faults:
        raise ConfigurationError(reading.faults)
    return list(found.values())


def _files(named: Sequence[SourcePath], reading: Reading) -> Iterator[tuple[str, str]]:
    """The family and the path of each file: its family is its folder, or where it is called otherwise than that, its name."""
    for one in named:
        path = Path(one.path)
        if path.is_dir():
            inner = sorted(file for file in path.rglob("*") if file.suffix in SUFFIXES)
            if not inner:
                reading.refuse(
                    f'problems: "{one.written}": the folder holds no file of problems, such as problems.yaml', one.place
                )
            yield from ((_family(file), file.as_posix()) for file in inner)
        elif not path.is_file():
            reading.refuse(f'problems: "{one.written}": there is no such file or folder', one.place)
        elif path.suffix not in SUFFIXES:
            reading.refuse(f'problems: "{one.written}": problems are told in YAML; the name of the file ends in .yaml', one.place)
        else:
            yield _family(path), path.as_posix()


def _family(path: Path) -> str:
    name = path.resolve().parent.name if path.stem == "problems" else path.stem
    return name.replace("-", "_")


def _read(family: str, path: str, taken: Collection[str], found: dict[str, KnownProblem], reading: Reading) -> None:
    from archgen.importers.yaml_text.nodes import parse

    root = parse(read_text(path), path, reading)
    for id, node in (reading.mapping(root, "a file of problems") or {}).items():
        if id in taken:
            reading.refuse(f'there is a problem "{id}" already; give this one another name', root.keys[id])
        one = _problem(id, family, node, reading)
        if one:
            found[id] = one


def _problem(id: str, family: str, node: Node, reading: Reading) -> KnownProblem | None:
    said = reading.mapping(node, id) or {}
    before = len(reading.faults)
    for key in said:
        if key not in KEYS:
            reading.refuse(f'{id} has no "{key}"{suggestion(key, KEYS)}', node.keys[key])
    texts = {key: _text(id, key, node, said.get(key), reading) for key in TEXTS}
    lists = {key: _list(id, key, said.get(key), reading) for key in LISTS}
    requirements = reading.mapping(said["requirements"], f"{id}: requirements") if "requirements" in said else {}
    decides = dict(reading.texts(said["decides"], f"{id}: decides")) if "decides" in said else {}
    if len(reading.faults) > before:
        return None
    needs = {key: inner.plain() for key, inner in (requirements or {}).items()}
    return KnownProblem(id, family, texts["title"], texts["says"], requirements=needs, decides=decides, **lists)


def _text(id: str, key: str, whole: Node, node: Node | None, reading: Reading) -> str:
    if node is None:
        reading.refuse(f"{id} does not state `{key}`", whole.position)
        return ""
    return reading.text(node, f"{id}: {key}") or ""


def _list(id: str, key: str, node: Node | None, reading: Reading) -> tuple[str, ...]:
    if node is None:
        return ()
    found = (reading.text(one, f"{id}: an entry of {key}") for one in reading.items(node, f"{id}: {key}"))
    return tuple(one for one in found if one)
