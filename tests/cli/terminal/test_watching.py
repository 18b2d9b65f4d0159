"""Files that are followed: once at first, and once after each change."""

from collections.abc import Iterator
from pathlib import Path
from threading import Timer

from archgen.cli.terminal.watching import SETTLED, changes
from archgen.loading.watched import Watched


def follow(spec: Path, texts: list[str]) -> Iterator[Watched]:
    """Write a text each time that the file was read."""
    for files, text in zip(changes(str(spec)), [*texts, ""], strict=False):
        yield files
        spec.write_text(text)


def test_each_change_gives_the_files_anew(tmp_path: Path) -> None:
    spec = tmp_path / "shop.yaml"
    spec.write_text("one")
    found = list(follow(spec, ["two", "three"]))
    assert len(found) == 3
    assert len({id(files) for files in found}) == 3


def test_it_ends_when_it_is_told_to(tmp_path: Path) -> None:
    answers = iter([True, False, False, False])
    assert len(list(changes(str(tmp_path / "shop.yaml"), lambda: next(answers)))) == 1


def test_a_file_that_is_emptied_before_it_is_written_is_read_once_it_is_whole(tmp_path: Path) -> None:
    spec = tmp_path / "shop.yaml"
    spec.write_text("one")
    found = changes(str(spec))
    next(found)
    spec.write_text("")
    writing = Timer(2 * SETTLED, lambda: spec.write_text("two"))
    writing.start()
    next(found)
    assert spec.read_text() == "two"
    writing.join()
