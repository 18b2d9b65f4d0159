"""Edits in any design, exported and strewn with comments: read again it is the same but for the edit, and says all it said."""

import dataclasses
import io
import tokenize
from random import Random

import yaml
from hypothesis import HealthCheck, Phase, assume, given, note, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from archgen import Design, PatternInstance
from archgen.dsl.connection import Connection
from archgen.dsl.part import Part
from archgen.dsl.shape import shape
from archgen.dsl.word import Word
from archgen.errors import SpecError
from archgen.exporters import python as python_exporter
from archgen.exporters import yaml as yaml_exporter
from archgen.fixing.edited import Files
from archgen.fixing.splices import Refusal
from archgen.fixing.yaml_tree import LOADER
from archgen.formatting import yaml_layout
from archgen.importers.design_yaml import importer
from archgen.loading.python_spec import run
from archgen.model.document import document
from archgen.model.link import link
from archgen.model.rule import Edit
from archgen.model.spec import Spec
from tests.exporters.designs import APART, Made, designs
from tests.fetching import files

any_design = settings(suppress_health_check=list(HealthCheck), max_examples=60, deadline=None, phases=[Phase.generate])


def strewn_yaml(text: str, random: Random) -> str:
    """The text with comments above its lines and at their ends, wherever that leaves it what it is."""
    said, lines = yaml.load(text, LOADER), text.split("\n")
    wanted = [(index, at_end) for index in range(len(lines) - 1) for at_end in (False, True) if random.random() < 0.2]
    return "\n".join(strewn(lines, said, wanted))


def strewn(lines: list[str], said: object, wanted: list[tuple[int, bool]]) -> list[str]:
    """The lines with those comments that leave them what they are: all at once, else by halves, from the end on."""
    if not wanted:
        return lines
    tried = list(lines)
    for index, at_end in reversed(wanted):
        if at_end:
            tried[index] += f"  # end {index}"
        else:
            indent = len(tried[index]) - len(tried[index].lstrip())
            tried.insert(index, f"{' ' * indent}# above {index}")
    if same(tried, said):
        return tried
    if len(wanted) == 1:
        return lines
    half = len(wanted) // 2
    return strewn(strewn(lines, said, wanted[half:]), said, wanted[:half])


def same(lines: list[str], said: object) -> bool:
    try:
        return bool(yaml.load("\n".join(lines), LOADER) == said)
    except yaml.YAMLError:
        return False


def python_comments(text: str) -> list[str]:
    return [token.string for token in tokenize.generate_tokens(io.StringIO(text).readline) if token.type == tokenize.COMMENT]


def strewn_python(text: str, random: Random) -> str:
    """The text with comments above its lines and at their ends; no text of an export goes on over several lines but the first."""
    first, *lines = text.split("\n\n", 1)
    made: list[str] = []
    for index, line in enumerate(lines[0].split("\n") if lines else []):
        if random.random() < 0.2:
            made.append(f"{line[: len(line) - len(line.lstrip())]}# above {index}")
        made.append(f"{line}  # end {index}" if line and random.random() < 0.2 else line)
    return "\n\n".join([first, "\n".join(made)])


def editable(spec: Spec) -> list[Word]:
    """The words that are written somewhere, without patterns, which make connections of what they state."""
    return [word for word, name in spec.places if name is None and not isinstance(word, PatternInstance | Design)]


def takes(word: Word, name: str, value: object) -> bool:
    """Whether the word may state that; some know more of their values than their types say."""
    try:
        dataclasses.replace(word, **{name: value})  # type: ignore[type-var]
    except ValidationError:
        return False
    return True


class Edits(list[Edit]):
    """Some edits, which are not shown with all that their parts speak of."""

    def __repr__(self) -> str:
        return f"[{', '.join(f'{type(one.part).__name__}.{one.attribute}' for one in self)}]"


@st.composite
def edits(draw: st.DrawFn, spec: Spec) -> Edits:
    """What some of the words are to state."""
    words = editable(spec)
    parts = Made([word for word in words if isinstance(word, Part | Connection)])
    found: dict[tuple[Word, str], Edit] = {}
    for word in draw(st.lists(st.sampled_from(words), min_size=1, max_size=3)):
        free = {name: one for name, one in shape(type(word)).items() if name not in (*APART, *word.elsewhere) and not one.needed}
        for name in draw(st.lists(st.sampled_from(sorted(free)), max_size=2, unique=True)) if free else []:
            value = draw(parts.values(free[name].forms))
            if value is not None and takes(word, name, value):
                found[word, name] = Edit(word, name, value)
    return Edits(found.values())


def said(design: Design) -> object:
    return document(link(design))


def holds(spec: Spec, made: list[Edit], after: Spec) -> None:
    """The design that was read after the edits is the one before, with these made to it."""
    for edit in made:
        changed = dataclasses.replace(edit.part, **{edit.attribute: edit.value})  # type: ignore[type-var]
        object.__setattr__(edit.part, edit.attribute, getattr(changed, edit.attribute))
    try:
        expected = said(spec.design)
    except SpecError:
        assume(False)
    assert said(after.design) == expected


@given(designs(), st.randoms(use_true_random=False), st.data())
@any_design
def test_in_yaml(design: Design, random: Random, data: st.DataObject) -> None:
    text = strewn_yaml(yaml_exporter.exporter.write(link(design)), random)
    spec = importer.read(text, "d.yaml", files())
    assume(editable(spec))
    made = data.draw(edits(spec))
    places = {word: place for (word, name), place in spec.places.items() if name is None}
    after = Files(places, lambda _: text).edited(made)
    note(text)
    if isinstance(after, Refusal):
        note(after.reason)
        return
    if made:
        note(after["d.yaml"])
        try:
            read = importer.read(after["d.yaml"], "d.yaml", files())
        except SpecError as problem:
            assume("refers to itself" not in str(problem))
            raise
        assert yaml_layout.comments(after["d.yaml"]) == yaml_layout.comments(text)
        holds(spec, made, read)


@given(designs(), st.randoms(use_true_random=False), st.data())
@any_design
def test_in_python(design: Design, random: Random, data: st.DataObject) -> None:
    text = strewn_python(python_exporter.exporter.write(link(design)), random)
    note(text)
    spec = run(text, "d.py")
    assume(editable(spec))
    made = data.draw(edits(spec))
    places = {word: place for (word, name), place in spec.places.items() if name is None}
    after = Files(places, lambda _: text).edited(made)
    if isinstance(after, Refusal):
        note(after.reason)
        return
    if made:
        note(after["d.py"])
        read = run(after["d.py"], "d.py")
        assert python_comments(after["d.py"]) == python_comments(text)
        holds(spec, made, read)
