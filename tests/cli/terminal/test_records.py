"""Keeping decision records in a folder."""

from argparse import Namespace
from pathlib import Path

from archgen import Requirements
from archgen.cli.terminal.records import keep
from archgen.pipeline.deciding import decisions


def test_a_check_writes_nothing_and_tells_what_is_missing(tmp_path: Path) -> None:
    decided = decisions(None, "rt-nat-traversal", Requirements(direct_peers=True))
    options = Namespace(save=str(tmp_path / "adr"), date="", check=True)
    assert (keep(decided, None, options), (tmp_path / "adr").exists()) == (1, False)
    options.check = False
    assert keep(decided, None, options) == 0
    options.check = True
    assert keep(decided, None, options) == 0
