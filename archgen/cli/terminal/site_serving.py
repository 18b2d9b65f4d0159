"""Serving a site to this machine while its sources are written."""

import time
from argparse import Namespace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from archgen.pipeline.site_build import SiteBuilt, SiteOrder
    from archgen.pipeline.site_previewing import SiteFiles, SitePreviewing
    from archgen.serving.board import Board

PAUSE = 0.1  # seconds between two looks at files that were read
THOROUGH = 10  # looks between two in which folders are gone through too
SETTLED = 0.05  # seconds that files must stay as they are: editors write in several steps


def serve_site(
    options: Namespace, folder: "Path", ordered: "Callable[[], SiteOrder]", build: "Callable[[SiteOrder], SiteBuilt]"
) -> int:
    """Build, serve, and build again after each change, until Ctrl-C."""
    from pathlib import Path

    from archgen.cli.terminal.figures import cache_folder, means
    from archgen.pipeline.site_previewing import SitePreviewing
    from archgen.pipeline.whole_folder import check_folder
    from archgen.serving.board import Board, Sheet
    from archgen.serving.site_server import SiteServer, state

    check_folder(folder)
    preview = SitePreviewing(options.specs, ordered, build, folder, cache_folder(means(options, Path()), options))
    board = Board(Sheet(state(preview.built, [])))
    server = SiteServer(board, folder, _own(), options.port)
    try:
        # Before anything else goes on in this process, so that copies of it can build.
        _look(preview, board)
        with server:
            print(f"{folder}: {server.address} (Ctrl-C ends it)", flush=True)
            while True:
                _wait(preview.files)
                _look(preview, board)
    except KeyboardInterrupt:
        return 0
    finally:
        server.close()


def _look(preview: "SitePreviewing", board: "Board") -> None:
    """Build, and say what came of it: here in a line, on every page that is open in the bar at its foot."""
    from archgen.serving.site_server import state

    start, before = time.monotonic(), preview.built
    preview.look()
    board.show(state(preview.built, preview.faults))
    if preview.faults:
        kept = "; the site is as it was" if preview.built == before else ""
        print("\n".join(preview.faults), f"waiting for a change{kept}", sep="\n", flush=True)
    else:
        print(f"{preview.said}  {time.monotonic() - start:.1f} s", flush=True)


def _wait(files: "SiteFiles") -> None:
    """Until something changes, and then until nothing does, though not for long."""
    looks = 0
    while not files.changed(thoroughly=looks % THOROUGH == THOROUGH - 1):
        looks += 1
        time.sleep(PAUSE)
    for _ in range(10):
        before = files.now()
        time.sleep(SETTLED)
        if files.now() == before:
            return


def _own() -> dict[str, str]:
    """The script and the style sheet of the server, by their paths."""
    from archgen.loading.shipped import shipped

    names = ("reload.js", "reload.css")
    return {f"/-/{name}": (shipped("templates") / "serving" / name).read_text("utf-8") for name in names}
