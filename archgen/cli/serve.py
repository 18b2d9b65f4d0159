"""Show a design in the browser while you write it.

The page has the figures, findings and numbers of the design, and what is wrong with its file; it follows every save.
It is served to this machine alone. Ctrl-C ends it.

    archgen serve examples/group_chat.yaml
    archgen serve --port 8000 --theme high-contrast examples/group_chat.py
"""

from argparse import ArgumentParser, ArgumentTypeError, Namespace

from archgen.cli.terminal.figures import means, takes_figures
from archgen.cli.terminal.options import takes_no_exec, takes_open

TYPE_CHECKING = False
if TYPE_CHECKING:
    from archgen.pipeline.means import Means
    from archgen.pipeline.previewing import Previewing
    from archgen.serving.board import Board

PORTS = 65_535


def arguments(parser: ArgumentParser) -> None:
    """Take the design, the port, what figures wear and the layout engine."""
    parser.add_argument("spec", metavar="SPEC", help="the file of a design: .py, .yaml or .json")
    where = "the port to serve on (default: any that is free)"
    parser.add_argument("--port", type=port, metavar="PORT", default=0, help=where)
    takes_no_exec(parser)
    takes_open(parser)
    takes_figures(parser)


def run(options: Namespace) -> int:
    """Serve until Ctrl-C."""
    from pathlib import Path

    from archgen.cli.terminal.watching import check_watchable
    from archgen.pipeline.previewing import Previewing, scripts
    from archgen.serving.board import Board, Sheet
    from archgen.serving.server import Server

    check_watchable(options.spec, execute=not options.no_exec)
    worn = [means(options, Path(options.spec).parent)]
    preview = Previewing(options.spec, execute=not options.no_exec, open=options.open)
    board = Board(Sheet(preview.body))
    with Server(board, lambda sheet: preview.page(sheet.body, sheet.stamp, worn[0].scheme), scripts(), options.port) as server:
        print(f"{options.spec}: {server.address} (Ctrl-C ends it)", flush=True)
        try:
            _follow(options, preview, board, worn)
        except KeyboardInterrupt:
            return 0
    return 0


def _follow(options: Namespace, preview: "Previewing", board: "Board", worn: "list[Means]") -> None:
    """Show the design anew after each change, with a line each time."""
    import time

    from archgen.cli.terminal.watching import changes
    from archgen.errors import ArchgenError
    from archgen.pipeline.theming import theme_file

    for files in changes(options.spec):
        start = time.monotonic()
        try:
            file = theme_file(options.theme, files.folder)
            if file:
                files.remember(str(file))
            worn[0] = means(options, files.folder)
            preview.look(worn[0], files)
        except ArchgenError as problem:
            preview.fail(problem)
        board.show(preview.body)
        said = [str(fault) for fault in preview.shown.faults] or [f"drawn  {time.monotonic() - start:.1f} s"]
        print("\n".join(said), flush=True)


def port(text: str) -> int:
    """The number of a port; 0 for any that is free."""
    if not text.isdecimal() or not 0 <= int(text) <= PORTS:
        raise ArgumentTypeError(f'"{text}" is no port, such as 8000')
    return int(text)
