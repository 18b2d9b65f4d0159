"""Running a Python specification: as a module of its own, with its folder importable and its prints kept from the output."""

import ast
from collections.abc import Mapping
from pathlib import Path

from archgen.dsl.design import Design
from archgen.dsl.word import Word
from archgen.errors import Fault, Position, SpecError
from archgen.loading.drafts import NO_DRAFTS, Drafts, importing, text_of
from archgen.loading.line_numbers import Source, places, source
from archgen.loading.running import compiled, execute, running
from archgen.model.made_of import made_of
from archgen.model.spec import Spec

MODULE = "__archgen_spec__"


def run(text: str, path: str, drafts: Drafts = NO_DRAFTS) -> Spec:
    """The design that a specification binds, and where its parts are written. Raises SpecError."""
    filename = str(Path(path).resolve())
    tree, code = compiled(text, filename, path)
    with running(filename, MODULE) as module, importing(drafts):
        execute(code, module, filename, path, "the specification")
        design = module.__dict__.get("design")
        if not isinstance(design, Design):
            message = 'the specification binds no design; end it with: design = Design("Name", [...])'
            raise SpecError([Fault(message, Position(path))])
        words = list(made_of(design))
        return Spec(
            design, path, places({filename: source(text, tree, path), **_siblings_of(words, filename, path, drafts)}, words)
        )


def _siblings_of(words: list[Word], filename: str, path: str, drafts: Drafts) -> Mapping[str, Source]:
    """The files below the specification's folder that made some of its words."""
    folder = Path(filename).parent
    made_in = {Path(word.call_site.path) for word in words if word.call_site} - {Path(filename)}
    found = {}
    for file in sorted(one for one in made_in if one.is_relative_to(folder) and one.is_file()):
        text = text_of(str(file), drafts)
        found[str(file)] = source(text, ast.parse(text), str(Path(path).parent / file.relative_to(folder)))
    return found
