"""A served site ends as it began, and takes no folder of somebody else."""

from argparse import Namespace
from pathlib import Path

import pytest

from archgen.cli.terminal.site_serving import serve_site
from archgen.errors import UsageError
from archgen.pipeline.site_build import SiteBuilt
from archgen.pipeline.site_order import SiteOrder

OPTIONS = Namespace(
    specs=[], port=0, dot=None, engine=None, time_limit=None, theme=None, no_cache=True, cache_dir=None, no_exec=False
)  # fmt: skip


def stopped(order: SiteOrder) -> SiteBuilt:
    raise KeyboardInterrupt


def test_who_stops_it_while_it_builds_hears_nothing_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert serve_site(OPTIONS, Path("public"), lambda: SiteOrder([]), stopped) == 0
    assert capsys.readouterr() == ("", "")


def test_a_folder_of_somebody_else_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("thesis.txt").write_text("years of work")
    with pytest.raises(UsageError, match="holds files that archgen did not write"):
        serve_site(OPTIONS, tmp_path, lambda: SiteOrder([]), stopped)
