"""Which file applies to a design."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from archgen.configuring.nearest import Files
from archgen.configuring.places import relative
from archgen.errors import ConfigurationError
from archgen.model.catalogue import Entry
from archgen.model.rule import Rule
from archgen.model.rule_path import RulePath
from tests.configuring.shelf import OWN, SHELF, no_rules


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder; nothing above it says anything of archgen."""
    (tmp_path / "work" / "designs" / "chat").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "work")
    return tmp_path / "work"


def files() -> Files:
    return Files(SHELF, lambda path: Path(path).read_text("utf-8"), no_rules)


def own(folder: str, threshold: str = "info") -> None:
    Path(folder, "archgen.toml").write_text(f'[lint]\nfail-on = "{threshold}"\n', "utf-8")


def shared(folder: str, table: str = "[tool.archgen.lint]") -> None:
    Path(folder, "pyproject.toml").write_text(f"[project]\nname = 'x'\n{table}\n", "utf-8")


def nearest(folder: str) -> str:
    return files().nearest(Path(folder)).path


def test_the_nearest_file_going_up_applies() -> None:
    own(".")
    own("designs")
    assert [nearest("designs/chat"), nearest("designs"), nearest(".")] == [
        "designs/archgen.toml",
        "designs/archgen.toml",
        "archgen.toml",
    ]


def test_files_above_the_current_folder_apply_too(monkeypatch: pytest.MonkeyPatch) -> None:
    own(".")
    monkeypatch.chdir("designs/chat")
    assert nearest(".") == "../../archgen.toml"


def test_in_one_folder_its_own_file_comes_before_the_shared_one() -> None:
    shared("designs")
    own("designs")
    assert nearest("designs") == "designs/archgen.toml"


def test_a_shared_file_that_says_nothing_of_archgen_is_passed_over() -> None:
    shared(".")
    shared("designs", "[tool.other]")
    assert nearest("designs/chat") == "pyproject.toml"


def test_an_empty_file_of_its_own_ends_the_search() -> None:
    shared(".")
    Path("designs/archgen.toml").write_text("", "utf-8")
    assert nearest("designs/chat") == "designs/archgen.toml"


def test_without_any_file_nothing_is_said(here: Path) -> None:
    found = files().nearest(Path("designs"))
    assert (found.path, found.folder, found.fail_on) == ("", str(here), None)


def test_a_link_to_a_design_is_judged_where_it_stands() -> None:
    own("designs")
    Path("linked").symlink_to("designs/chat")
    assert nearest("linked") == ""


def test_a_file_is_read_once() -> None:
    own(".")
    read: list[str] = []
    searching = Files(SHELF, lambda path: read.append(path) or Path(path).read_text("utf-8"), no_rules)  # type: ignore[func-returns-value]
    assert searching.nearest(Path("designs")) is searching.nearest(Path("designs/chat"))
    assert read == ["archgen.toml"]


@pytest.mark.parametrize("name", ["strict.toml", "designs/pyproject.toml"])
@pytest.mark.parametrize("table", ["[tool.archgen.lint]", "[tool.archgen]\n[tool.archgen.lint]"])
def test_a_named_file_applies_whatever_it_is_called(name: str, table: str) -> None:
    own(".")
    Path(name).write_text(f"{table}\nfail-on = 'never'\n", "utf-8")
    found = files().named(name)
    assert found.path == name
    assert found.fail_on
    assert found.fail_on.value == "never"


def test_a_named_file_may_hold_its_tables_without_a_prefix() -> None:
    Path("strict.toml").write_text("[lint]\nfail-on = 'never'\n", "utf-8")
    assert files().named("strict.toml").fail_on


def test_a_named_file_has_to_be_there_and_to_say_something() -> None:
    shared(".", "[tool.other]")
    for name, said in (
        ("missing.toml", "there is no such configuration file"),
        ("pyproject.toml", "the file has no table [tool.archgen]"),
    ):
        with pytest.raises(ConfigurationError) as caught:
            files().named(name)
        assert str(caught.value) == f"{name}: {said}"


def test_paths_are_told_from_the_current_folder(here: Path) -> None:
    assert (relative(here / "a" / "b.toml"), relative(here.parent / "b.toml")) == ("a/b.toml", "../b.toml")


def test_the_rules_that_a_file_brings_are_known_to_it_and_found_from_its_folder() -> None:
    asked: list[RulePath] = []

    def bring(named: Sequence[RulePath]) -> Sequence[Entry[Rule]]:
        asked.extend(named)
        return OWN

    text = 'rules = ["ours/", "../shared/one.py"]\n[lint]\nignore = ["OUR001"]\n'
    Path("designs", "archgen.toml").write_text(text, "utf-8")
    searching = Files(SHELF, lambda path: Path(path).read_text("utf-8"), bring)
    found = searching.nearest(Path("designs/chat"))
    assert [(one.written, one.path, str(one.place)) for one in asked] == [
        ("ours/", "designs/ours", "designs/archgen.toml:1:10"),
        ("../shared/one.py", "shared/one.py", "designs/archgen.toml:1:19"),
    ]
    assert (found.own, found.rule_paths) == (OWN, tuple(asked))
    assert [selector.codes for selector in found.layer.ignore] == [{"OUR001"}]


def test_a_file_that_names_no_rules_asks_for_none() -> None:
    own(".")
    Path("designs/archgen.toml").write_text("rules = []\n", "utf-8")
    assert [files().nearest(Path(folder)).own for folder in (".", "designs")] == [(), ()]
