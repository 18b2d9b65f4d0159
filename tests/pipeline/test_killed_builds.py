"""A build that is killed at whatever moment leaves the old site or the new one, whole."""

import random
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from archgen.pipeline import whole_folder
from archgen.pipeline.whole_folder import MARK, check_folder, held, recover, replace_folder, written
from tests.pipeline.killed_builds import FILES, files

ROOT = Path(__file__).resolve().parent.parent.parent
TIMES = 50
# How long a writer is let work after its first site, at most: several times as long as it takes to write one.
LONGEST = 0.06
# The same where no two folders are exchanged at once.
BY_RENAMES = """
import sys
from pathlib import Path
from archgen.pipeline import whole_folder
whole_folder.exchange = lambda one, other: False
from tests.pipeline.killed_builds import main
main(Path(sys.argv[1]))
"""


def killed(command: list[str], after: float) -> None:
    """Let a writer write a site, and kill it so long after."""
    with subprocess.Popen([sys.executable, *command], cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        assert process.stdout.readline() == "ready\n"
        time.sleep(after)
        process.kill()


def whole(folder: Path) -> int:
    """The number of the site that a folder holds, having made sure that it is all there and nothing else."""
    found = held(folder)
    assert (len(found), dict(written(folder))) == (FILES, found)
    number = int((folder / "0" / "0.html").read_bytes().split()[0])
    assert {path: (folder / path).read_bytes() for path in found} == files(number)
    return number


def test_the_old_site_is_whole_or_the_new_one_is_though_builds_are_killed(tmp_path: Path) -> None:
    chance, site, numbers = random.Random(50), tmp_path / "site", set()
    for _ in range(TIMES):
        killed(["-m", "tests.pipeline.killed_builds", str(site)], chance.uniform(0, LONGEST))
        numbers.add(whole(site))
    assert len(numbers) > 1  # they were killed at different moments
    replace_folder(site, {"index.html": b"1"})
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_site_that_was_between_two_renames_is_put_back_by_the_next_build(tmp_path: Path) -> None:
    chance, site = random.Random(51), tmp_path / "site"
    for _ in range(5):
        killed(["-c", BY_RENAMES, str(site)], chance.uniform(0, LONGEST))
        recover(site)
        whole(site)


def test_a_build_that_is_killed_at_each_step_of_its_renames_loses_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = tmp_path / "site"
    monkeypatch.setattr(whole_folder, "exchange", lambda one, other: False)
    for steps in range(3):
        shutil.rmtree(site, ignore_errors=True)
        replace_folder(site, files(1))
        left = [steps]

        def rename(path: Path, to: Path, left: list[int] = left, real: Callable[[Path, Path], Path] = Path.rename) -> Path:
            if not left[0]:
                raise KeyboardInterrupt  # after which nothing is tidied up, as for one that is killed
            left[0] -= 1
            return real(path, to)

        with monkeypatch.context() as patch:
            patch.setattr(Path, "rename", rename)
            patch.setattr(shutil, "rmtree", lambda *_, **__: None)
            if steps < 2:
                with pytest.raises(KeyboardInterrupt):
                    replace_folder(site, files(2))
            else:
                replace_folder(site, files(2))
        recover(site)
        check_folder(site)
        assert whole(site) == (2 if steps == 2 else 1)
        assert (site / MARK).is_file()
        assert [path.name for path in tmp_path.iterdir()] == ["site"]
