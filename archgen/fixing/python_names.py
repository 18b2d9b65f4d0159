"""What a Python file calls words and functions, and how it comes to know further ones."""

import ast
from collections.abc import Iterator, Sequence

from archgen.fixing.python_source import PythonSource
from archgen.fixing.splices import Splice

LANGUAGE, DATETIME = "archgen", "datetime"
HOMES = {"timedelta": DATETIME}
STEP = " " * 4


class PythonNames:
    """The names that one file binds at its top. `missing` are those that it has to import for what `call` was asked for."""

    def __init__(self, source: PythonSource) -> None:
        self.source = source
        self.missing: set[str] = set()
        self.taken: set[str] = set()
        self._froms = [node for node in source.tree.body if isinstance(node, ast.ImportFrom) and not node.level]
        self._imported = {(node.module, one.name): one.asname or one.name for node in self._froms for one in node.names}
        self._modules = {one.name: one.asname or one.name for node in _imports(source.tree) for one in node.names}
        known = {local for (module, name), local in self._imported.items() if module == HOMES.get(name, LANGUAGE)}
        self._bound = source.bound.keys() - known

    def call(self, name: str) -> str:
        """How the file calls a word or function of archgen; one that it does not know yet is among the missing ones then."""
        home = HOMES.get(name, LANGUAGE)
        local = self._imported.get((home, name))
        if local or (home, "*") in self._imported:
            return local or name
        if home in self._modules and not self._from(home):
            return f"{self._modules[home]}.{name}"
        (self.taken if name in self._bound else self.missing).add(name)
        return name

    def original(self, local: str) -> str:
        """The name under which a name was imported."""
        return next((name for (_, name), known in self._imported.items() if known == local), local)

    def imports(self) -> Iterator[Splice]:
        """What makes the missing names known, each at its place in the order of the alphabet."""
        for home in (DATETIME, LANGUAGE):
            names = sorted((name for name in self.missing if HOMES.get(name, LANGUAGE) == home), key=_rank)
            statement = self._from(home)
            if names and statement:
                yield from self._added(statement, names)
            elif names:
                at = self._first_line() if home == DATETIME else self._behind_imports()
                yield Splice(at, at, f"from {home} import {', '.join(names)}\n")

    def _from(self, home: str) -> ast.ImportFrom | None:
        return next((node for node in self._froms if node.module == home), None)

    def _added(self, statement: ast.ImportFrom, names: Sequence[str]) -> Iterator[Splice]:
        """Each name before the first that comes after it, on a line of its own where that one has one."""
        source = self.source
        known = [(_rank(one.name), *source.span(one)) for one in statement.names]
        last = known[-1][2]
        behind = [name for name in names if all(rank < _rank(name) for rank, _, _ in known)]
        for name in names:
            at = next((start for rank, start, _ in known if rank > _rank(name)), None)
            if at is not None:
                line, _ = source.line(at)
                alone = not source.text[line:at].strip()
                yield Splice(line, line, f"{source.indent(at)}{name},\n") if alone else Splice(at, at, f"{name}, ")
        if behind:
            yield from self._behind(statement, last, behind)

    def _behind(self, statement: ast.ImportFrom, last: int, names: Sequence[str]) -> Iterator[Splice]:
        """Names behind the last one that there is."""
        source = self.source
        line, end = source.line(last)
        first, _ = source.span(statement.names[-1])
        if source.text[line:first].strip():
            yield Splice(last, last, "".join(f", {name}" for name in names))
            return
        comma = source.text[last:end].lstrip().startswith(",")
        yield from [] if comma else [Splice(last, last, ",")]
        yield Splice(end, end, "".join(f"\n{source.indent(last)}{name}," for name in names))

    def _first_line(self) -> int:
        """The line of the first import; without one, the line behind what the file says of itself."""
        body = self.source.tree.body
        first = next((node for node in body if isinstance(node, ast.Import | ast.ImportFrom) and not _future(node)), None)
        return self.source.line(self.source.span(first)[0])[0] if first else self._behind_imports()

    def _behind_imports(self) -> int:
        """The line behind the last of the imports that the file begins with, or what it says of itself."""
        last = None
        for node in self.source.tree.body:
            if not isinstance(node, ast.Import | ast.ImportFrom) and not _says_something(node):
                break
            last = node
        if last is None:
            return 0
        _, end = self.source.line(self.source.span(last)[1])
        return min(end + 1, len(self.source.text))


def _imports(tree: ast.Module) -> Iterator[ast.Import]:
    return (node for node in tree.body if isinstance(node, ast.Import))


def _future(node: ast.stmt) -> bool:
    return isinstance(node, ast.ImportFrom) and node.module == "__future__"


def _says_something(node: ast.stmt) -> bool:
    """Whether it is a docstring, or some other text that stands alone."""
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)


def _rank(name: str) -> tuple[int, str, str]:
    """Constants, then classes, then functions, as sorters of imports have them."""
    sort = 0 if name.isupper() and len(name) > 1 else 1 if name[:1].isupper() else 2
    return sort, name.lower(), name
