"""Pictures that are kept from one build to the next."""

import dataclasses
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from archgen.model import drawing, kept
from archgen.model.drawing import Arrow, Box, Drawing
from archgen.model.picture import Picture, Rect
from archgen.pipeline.cache_folder import SPARE
from archgen.pipeline.means import Means
from archgen.pipeline.picture_cache import PictureCache
from archgen.pipeline.viewing import Views


def drawn(title: str = "Shop") -> Drawing:
    return Drawing("shop", title, "A shop", (Box("a", "App"), Box("b", "Store")), (Arrow("a", "b", "reads"),))


def picture(width: float = 10) -> Picture:
    return Picture("Shop", "A shop", width, 20, (Rect(0, 0, 5, 5),))


def names(folder: Path) -> Sequence[str]:
    return sorted(path.name for path in folder.iterdir())


def test_what_was_kept_is_found_again_by_whoever_asks_next(tmp_path: Path) -> None:
    PictureCache(tmp_path / "kept").keep(drawn(), picture())
    assert PictureCache(tmp_path / "kept").found(drawn()) == picture()


def test_what_differs_in_anything_is_another_drawing(tmp_path: Path) -> None:
    cache = PictureCache(tmp_path)
    cache.keep(drawn(), picture())
    boxes = (Box("a", "App", to="elsewhere"), Box("b", "Store"))  # drawings that differ in this alone are equal
    assert dataclasses.replace(drawn(), boxes=boxes) == drawn()
    assert cache.found(dataclasses.replace(drawn(), boxes=boxes)) is None
    assert cache.found(drawn("Another shop")) is None


def test_everything_that_a_drawing_holds_tells_it_from_others() -> None:
    known: list[Any] = [one for module in (drawing, kept) for one in vars(module).values() if dataclasses.is_dataclass(one)]
    assert len(known) > 10
    assert [(one, field.name) for one in known for field in dataclasses.fields(one) if not field.repr] == []


@pytest.mark.parametrize("text", ["", "{", "[]", '["a"]', '["a","b",1,2,[["Circle",3]]]', "\x00\xff"])
def test_what_cannot_be_read_counts_as_missing_and_is_written_anew(tmp_path: Path, text: str) -> None:
    cache = PictureCache(tmp_path)
    cache.keep(drawn(), picture())
    file = next(path for path in tmp_path.iterdir() if path.suffix == ".json")
    file.write_text(text, "utf-8")
    assert PictureCache(tmp_path).found(drawn()) is None
    cache.keep(drawn(), picture(11))
    assert PictureCache(tmp_path).found(drawn()) == picture(11)


def test_the_folder_says_what_it_is_and_keeps_out_of_repositories(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "kept"
    PictureCache(folder).keep(drawn(), picture())
    assert (folder / ".gitignore").read_text() == "*\n"
    assert (folder / "CACHEDIR.TAG").read_text().startswith("Signature: 8a477f597d28d172789f06886806bc55\n")
    assert len(names(folder)) == 3


def test_a_folder_that_cannot_be_written_is_told_of_and_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    cache = PictureCache(tmp_path / "file" / "kept")
    cache.keep(drawn(), picture())
    cache.clear_out()
    assert cache.found(drawn()) is None
    assert cache.problem == f"{tmp_path / 'file' / 'kept'} cannot be written: Not a directory"


def test_what_nobody_used_goes_once_it_is_most_of_what_there_is(tmp_path: Path) -> None:
    (tmp_path / "own.json").write_text("{}")
    before = PictureCache(tmp_path)
    for number in range(SPARE):
        before.keep(drawn(str(number)), picture())
    now = PictureCache(tmp_path)
    now.keep(drawn(), picture())
    now.clear_out()
    assert len(names(tmp_path)) == SPARE + 1 + 1
    before.keep(drawn("one more"), picture())
    now.clear_out()
    assert len(names(tmp_path)) == 1 + 1
    assert now.found(drawn()) == picture()
    assert (tmp_path / "own.json").read_text() == "{}"


def test_what_cannot_be_deleted_stays_and_does_no_harm(tmp_path: Path) -> None:
    stuck = tmp_path / f"{'0' * 64}.json"
    stuck.mkdir()  # nobody deletes a folder as a file, whoever they are
    PictureCache(tmp_path).clear_out()
    assert stuck.is_dir()


@pytest.mark.graphviz
def test_views_draw_what_is_not_kept_and_keep_what_they_draw(tmp_path: Path) -> None:
    first = Views(Means(pictures=PictureCache(tmp_path))).picture(drawn())
    assert first == Views().picture(drawn())
    file = next(path for path in tmp_path.iterdir() if path.suffix == ".json")
    data = json.loads(file.read_text())
    data[0] = "As it was kept"
    file.write_text(json.dumps(data))
    assert Views(Means(pictures=PictureCache(tmp_path))).picture(drawn()).title == "As it was kept"


@pytest.mark.graphviz
def test_a_picture_that_there_is_something_to_say_of_is_drawn_and_told_each_time(tmp_path: Path) -> None:
    for _ in range(2):
        said: list[str] = []
        Views(Means(time_limit=1e-9, note=said.append, pictures=PictureCache(tmp_path))).picture(drawn())
        assert len(said) == 1
        assert "simple layout" in said[0]
