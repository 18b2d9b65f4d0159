"""The files that a design is read from are remembered, be the design right or wrong."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from archgen.errors import SpecError
from archgen.loading.spec_file import load
from archgen.loading.watched import Watched

WHOLE = "archgen: 1\ndesign: Shop\ninclude: [parts/data.yaml]\n"
PART = "components:\n  store: {kind: database}\n"
SPEC = "from archgen import Design\nfrom parts.stores import store\n\ndesign = Design('Shop', [store])\n"
STORES = "from archgen import Database\n\nstore = Database('Store', replicas=2)\n"


@pytest.fixture
def yaml(tmp_path: Path) -> Path:
    (tmp_path / "parts").mkdir()
    (tmp_path / "parts" / "data.yaml").write_text(PART)
    (tmp_path / "shop.yaml").write_text(WHOLE)
    return tmp_path / "shop.yaml"


@pytest.fixture
def python(tmp_path: Path) -> Path:
    (tmp_path / "parts").mkdir()
    (tmp_path / "parts" / "stores.py").write_text(STORES)
    (tmp_path / "shop.py").write_text(SPEC)
    return tmp_path / "shop.py"


def watched(spec: Path) -> Watched:
    files = Watched(str(spec))
    with suppress(SpecError):
        load(str(spec), drafts=files)
    return files


def own(files: Watched, folder: Path) -> set[str]:
    return {
        Path(path).relative_to(folder).as_posix()
        for path, stamp in files.stamps.items()
        if stamp and folder in Path(path).parents
    }


def test_what_a_file_includes_and_imports_is_remembered(yaml: Path, tmp_path: Path) -> None:
    assert own(watched(yaml), tmp_path) == {"shop.yaml", "parts/data.yaml"}


def test_modules_beside_a_specification_are_remembered_and_no_others(python: Path, tmp_path: Path) -> None:
    files = watched(python)
    assert own(files, tmp_path) == {"shop.py", "parts/stores.py"}
    assert not any("site-packages" in path for path in files.stamps)


@pytest.mark.parametrize(
    "change",
    [
        lambda folder: (folder / "shop.yaml").write_text(WHOLE + "# more\n"),
        lambda folder: (folder / "parts" / "data.yaml").write_text(PART.replace("store", "stock")),
        lambda folder: (folder / "parts" / "data.yaml").unlink(),
        lambda folder: (folder / "archgen.toml").write_text("theme = 'print'\n"),
    ],
)
def test_a_change_to_any_of_them_is_seen(yaml: Path, tmp_path: Path, change: Callable[[Path], object]) -> None:
    files = watched(yaml)
    assert not files.changed()
    change(tmp_path)
    assert files.changed()


def test_a_file_that_was_missing_is_seen_when_it_comes(yaml: Path, tmp_path: Path) -> None:
    (tmp_path / "parts" / "data.yaml").unlink()
    files = watched(yaml)
    (tmp_path / "parts" / "data.yaml").write_text(PART)
    assert files.changed()


def test_a_broken_file_is_remembered_too(yaml: Path, tmp_path: Path) -> None:
    (tmp_path / "parts" / "data.yaml").write_text("components: [")
    files = watched(yaml)
    assert own(files, tmp_path) == {"shop.yaml", "parts/data.yaml"}


def test_a_module_that_changes_without_growing_within_a_moment_is_read_anew(python: Path, tmp_path: Path) -> None:
    for replicas in range(2, 7):
        (tmp_path / "parts" / "stores.py").write_text(STORES.replace("2", str(replicas)))
        design = load(str(python), drafts=Watched(str(python))).design
        assert [getattr(part, "replicas", None) for part in design.parts] == [replicas]
