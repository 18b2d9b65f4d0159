"""From a file of Python that binds a figure to that figure."""

import ast
from pathlib import Path

from archgen.errors import Fault, Position, SpecError
from archgen.figures.figure import Figure
from archgen.loading.drafts import NO_DRAFTS, Drafts, importing, text_of
from archgen.loading.running import compiled, execute, running

MODULE = "__archgen_figure__"


def binds_figure(path: str, drafts: Drafts = NO_DRAFTS) -> bool:
    """Whether a file is Python that binds `figure`, and no `design`. It is not run."""
    if Path(path).suffix != ".py":
        return False
    try:
        tree = ast.parse(text_of(path, drafts))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    names = {name for node in tree.body for name in _bound(node)}
    return "figure" in names and "design" not in names


def load_figure(path: str, drafts: Drafts = NO_DRAFTS) -> Figure:
    """The figure that a file of Python binds. The file is run. Raises SpecError."""
    filename = str(Path(path).resolve())
    _, code = compiled(text_of(path, drafts), filename, path)
    with running(filename, MODULE) as module, importing(drafts):
        execute(code, module, filename, path, "the figure's file")
        figure = module.__dict__.get("figure")
    if not isinstance(figure, Figure):
        message = 'the file binds no figure; end it with: figure = Figure("Title", [...])'
        raise SpecError([Fault(message, Position(path))])
    return figure


def _bound(node: ast.stmt) -> list[str]:
    """The names that a statement at the top of a file binds."""
    targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
    return [target.id for target in targets if isinstance(target, ast.Name)]
