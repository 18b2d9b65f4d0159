"""Templates of one's own: a folder with one for each section that it replaces."""

import posixpath
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from traceback import extract_tb

import jinja2
from jinja2 import nodes
from jinja2.bccache import Bucket
from jinja2.meta import find_referenced_templates
from jinja2.sandbox import ImmutableSandboxedEnvironment

from archgen.documents.escaping import Markdown, plain
from archgen.documents.section_names import SECTIONS, template_of
from archgen.errors import ConfigurationError, Fault, Position, suggestion

OWN, SUFFIX = "own/", ".md.j2"
# Files that are there to be included.
INCLUDED = ("_", ".")
RAISED = (RecursionError, OverflowError, MemoryError, ArithmeticError, LookupError, TypeError, ValueError, AttributeError)


class Filling(ImmutableSandboxedEnvironment):
    """Fills templates with what they can neither change nor reach behind; what they put out is escaped unless it is Markdown."""

    # What a template puts together is Markdown: its own text, and what was escaped when it was put out.
    concat = staticmethod(lambda parts: Markdown("".join(parts)))

    def join_path(self, template: str, parent: str) -> str:
        """What an own template includes is a file of its folder."""
        if not parent.startswith(OWN):
            return template
        return OWN + posixpath.normpath(posixpath.join(posixpath.dirname(parent.removeprefix(OWN)), template))


class Compiled(jinja2.BytecodeCache):
    """Templates that were compiled before, by their names and texts: documents are written one after another."""

    def __init__(self) -> None:
        self.known: dict[tuple[str, str], bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take it over if it is known."""
        known = self.known.get((bucket.key, bucket.checksum))
        if known:
            bucket.bytecode_from_string(known)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep it."""
        self.known[bucket.key, bucket.checksum] = bucket.bytecode_to_string()


COMPILED = Compiled()


class Templates:
    """The templates of a document: those that are shipped, and in place of some the files of `own`, a folder.

    Raises ConfigurationError for a folder that holds what is no section's template.
    """

    def __init__(self, shipped: Path, own: Path | None = None) -> None:
        self.own = own
        self.replaced = frozenset(_replaced(own)) if own else frozenset[str]()
        loaders = [_Folder(own)] if own else []
        self.loader = jinja2.ChoiceLoader([*loaders, jinja2.FileSystemLoader(shipped)])

    def template_of(self, section: str) -> str:
        """The name of the template that writes a section."""
        return f"{OWN}{section}{SUFFIX}" if section in self.replaced else template_of(section)

    def filling(self, filters: Mapping[str, Callable[..., object]]) -> Filling:
        """What fills them. Text is escaped when it is put out, unless a filter has made it Markdown."""
        environment = Filling(
            loader=self.loader,
            finalize=lambda value: value if isinstance(value, Markdown) else plain(value),
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            autoescape=False,  # Markdown is escaped by `finalize`
            bytecode_cache=COMPILED,
        )
        environment.filters |= filters
        return environment

    def values(self, section: str) -> Sequence[str]:
        """What the template of a section speaks of, and those that it includes."""
        return sorted(self._values(self.template_of(section), self.filling({})))

    def _values(self, template: str, environment: jinja2.Environment) -> set[str]:
        parsed = environment.parse(self.loader.get_source(environment, template)[0])
        names = [*parsed.find_all(nodes.Name)]
        own = {name.name for name in names if name.ctx != "load"} | {"loop"}
        included = filter(None, find_referenced_templates(parsed))
        return ({name.name for name in names} - own).union(*(self._values(name, environment) for name in included))

    @contextmanager
    def told(self) -> Iterator[None]:
        """Say of an own template that fails where it does. Raises ConfigurationError."""
        try:
            yield
        except (jinja2.TemplateError, *RAISED) as problem:
            place = self._place(problem)
            if place is None:
                raise
            raise ConfigurationError([Fault(_said(problem), place)]) from problem

    def _place(self, problem: Exception) -> Position | None:
        """Where in an own template it went wrong: in the last of its lines that was being filled."""
        if self.own is None:
            return None
        if isinstance(problem, jinja2.TemplateSyntaxError) and problem.filename:
            return Position(Path(problem.filename).as_posix(), problem.lineno)
        folder = self.own.resolve()
        frames = [(Path(frame.filename).resolve(), frame.lineno) for frame in extract_tb(problem.__traceback__)]
        found = [(path, line) for path, line in frames if path.is_relative_to(folder)]
        return Position((self.own / found[-1][0].relative_to(folder)).as_posix(), found[-1][1]) if found else None


class _Folder(jinja2.BaseLoader):
    """Loads the files of a folder, and none outside of it, whatever its links lead to."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def get_source(self, environment: jinja2.Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        path = self.folder / template.removeprefix(OWN)
        if not template.startswith(OWN) or not path.resolve().is_relative_to(self.folder.resolve()) or not path.is_file():
            raise jinja2.TemplateNotFound(template)
        try:
            return path.read_text("utf-8"), path.as_posix(), lambda: True
        except UnicodeDecodeError as problem:
            raise ConfigurationError([Fault("a template is a text in UTF-8", Position(path.as_posix()))]) from problem


def _replaced(folder: Path) -> Iterator[str]:
    if not folder.is_dir():
        raise ConfigurationError([Fault("there is no such folder of templates", Position(folder.as_posix()))])
    files = sorted(path for path in folder.iterdir() if path.is_file() and not path.name.startswith(INCLUDED))
    wrong = [path for path in files if path.name.removesuffix(SUFFIX) not in SECTIONS or not path.name.endswith(SUFFIX)]
    if wrong:
        raise ConfigurationError([Fault(_no_section(path.name), Position(path.as_posix())) for path in wrong])
    yield from (path.name.removesuffix(SUFFIX) for path in files)


def _no_section(name: str) -> str:
    stem = name.partition(".")[0]
    if stem in SECTIONS:
        return f'a template is called after its section, with {SUFFIX} behind it: "{stem}{SUFFIX}"'
    known = suggestion(stem, SECTIONS)
    return f'a document has no section "{stem}"{known} (a file that others include begins with "_")'


def _said(problem: Exception) -> str:
    if isinstance(problem, jinja2.TemplateNotFound):
        return f'the folder has no file "{str(problem.message).removeprefix(OWN)}" to be included'
    if isinstance(problem, RecursionError):
        return "the template includes itself without an end"
    return f"the template cannot be filled: {problem.message if isinstance(problem, jinja2.TemplateError) else problem}"
