"""The folder is the registry, the file name is the name."""

import re
import sys
from pathlib import Path

import pytest

from archgen.errors import CatalogueError
from archgen.loading.discovery import Folder, discover, find, page

RULE = '"""{title}.\n\nMore of it.\n"""\n\nfrom types import SimpleNamespace\n\nrule = SimpleNamespace(code="{code}")\n'


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder("rule", tmp_path, f"discovered_{tmp_path.name}", "rule", without=("trees",))


def write(folder: Folder, path: str, text: str) -> Path:
    file = folder.root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
    return file


def rule(folder: Folder, path: str, code: str = "", title: str = "A claim") -> Path:
    return write(folder, path, RULE.format(code=code, title=title))


def test_every_file_is_an_entry_under_the_name_of_the_file(folder: Folder) -> None:
    rule(folder, "caching/keys/key_without_ttl.py", "CA002", "A key stays for ever")
    rule(folder, "caching/cold_cache.py", "CA001")
    shelf = discover(folder)
    assert [(entry.id, entry.name, entry.family, entry.title, entry.page) for entry in shelf] == [
        ("CA001", "cold-cache", "caching", "A claim", "A claim.\n\nMore of it."),
        ("CA002", "key-without-ttl", "caching", "A key stays for ever", "A key stays for ever.\n\nMore of it."),
    ]


def test_a_folder_s_own_page_is_no_entry(folder: Folder) -> None:
    write(folder, "caching/__init__.py", '"""Caching."""\n')
    assert list(discover(folder)) == []
    assert (page(folder, "caching"), page(folder), page(folder, "none")) == ("Caching.", "", "")


def test_folders_can_be_left_out_or_alone_be_looked_into(folder: Folder) -> None:
    rule(folder, "caching/one.py")
    rule(folder, "caching/trees/two.py")
    only = Folder("tree", folder.root, folder.package, "rule", only="trees")
    assert ([entry.name for entry in discover(folder)], [entry.name for entry in discover(only)]) == (["one"], ["two"])


def test_a_file_that_binds_nothing_is_named(folder: Folder) -> None:
    file = write(folder, "empty.py", '"""Nothing."""\n')
    with pytest.raises(CatalogueError, match=f"^{re.escape(str(file))} does not bind `rule`, as every rule must$"):
        discover(folder)


@pytest.mark.parametrize(
    ("text", "problem"),
    [("1 / 0", "ZeroDivisionError: division by zero"), ("import nowhere_at_all", "ModuleNotFoundError: No module")],
)
def test_a_file_that_raises_is_named(folder: Folder, text: str, problem: str) -> None:
    file = write(folder, "broken.py", text)
    with pytest.raises(CatalogueError, match=f"^{re.escape(f'{file} raised {problem}')}"):
        discover(folder)
    assert f"{folder.package}.broken" not in sys.modules


def test_two_entries_of_one_name_are_refused(folder: Folder) -> None:
    first, second = rule(folder, "caching/cold.py"), rule(folder, "contention/cold.py")
    with pytest.raises(CatalogueError) as caught:
        discover(folder)
    assert str(caught.value) == f'two rules are called "cold": {first} and {second}; rename one of them'


def test_two_entries_of_one_code_are_refused(folder: Folder) -> None:
    first, second = rule(folder, "a.py", "CA001"), rule(folder, "b.py", "CA001")
    with pytest.raises(CatalogueError) as caught:
        discover(folder)
    assert str(caught.value) == f'two rules are called "CA001": {first} and {second}; rename one of them'


@pytest.mark.parametrize("name", ["cold-cache", "cold_cache", " Cold-Cache "])
def test_one_entry_is_found_without_importing_the_others(folder: Folder, name: str) -> None:
    rule(folder, "cold_cache.py", "CA001")
    write(folder, "broken.py", "1 / 0")
    entry = find(folder, name)
    assert entry is not None
    assert entry.id == "CA001"


def test_a_name_without_a_file_is_not_found(folder: Folder) -> None:
    assert find(folder, "cold-cache") is None


def test_an_entry_is_imported_once_under_its_dotted_name(folder: Folder) -> None:
    rule(folder, "caching/cold.py")
    first, second = discover(folder), discover(folder)
    assert [entry.value for entry in first] == [entry.value for entry in second]
    assert sys.modules[f"{folder.package}.caching.cold"].__name__ == f"{folder.package}.caching.cold"
