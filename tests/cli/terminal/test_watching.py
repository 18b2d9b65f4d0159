"""Files that are followed: once at first, and once after each change."""

from collections.abc import Iterator
from pathlib import Path

from archgen.cli.terminal.watching import changes
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
