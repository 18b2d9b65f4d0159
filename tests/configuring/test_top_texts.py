"""The theme that a configuration names, and where its site is published, read without any rule."""

from pathlib import Path

import pytest

from archgen.configuring.top_texts import base_url_said, theme_said
from archgen.errors import ConfigurationError
from archgen.loading.text_file import read_text


def test_the_nearest_file_that_says_anything_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    (tmp_path / "archgen.toml").write_text('[lint]\nignore = ["RT001"]\n\n')
    assert theme_said(inner, read_text) is None
    (tmp_path / "archgen.toml").write_text('theme = "print"\n')
    (tmp_path / "a" / "pyproject.toml").write_text("[project]\n")
    said = theme_said(inner, read_text)
    assert said is not None
    assert (said.text, str(said.place), said.folder) == ("print", "archgen.toml:1:1", Path())
    (tmp_path / "a" / "pyproject.toml").write_text('[tool.archgen]\ntheme = "ours.toml"\n')
    said = theme_said(inner, read_text)
    assert said is not None
    assert (said.text, str(said.place), said.folder) == ("ours.toml", "a/pyproject.toml:2:1", Path("a"))


def test_a_file_that_says_nothing_of_it_hides_those_above(tmp_path: Path) -> None:
    (tmp_path / "archgen.toml").write_text('theme = "print"\n')
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "archgen.toml").write_text('[lint]\nselect = ["RT"]\n')
    assert theme_said(tmp_path / "a", read_text) is None


@pytest.mark.parametrize("text", ["theme = 3\n", 'theme = ""\n', "[theme]\nlight = 1\n", "theme = [\n"])
def test_what_is_no_name_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "archgen.toml").write_text(text)
    with pytest.raises(ConfigurationError):
        theme_said(tmp_path, read_text)


def test_where_a_site_is_published_stands_at_the_top(tmp_path: Path) -> None:
    (tmp_path / "archgen.toml").write_text('base-url = "https://example.org/docs"\n')
    said = base_url_said(tmp_path, read_text)
    assert said is not None
    assert (said.text, said.place.line) == ("https://example.org/docs", 1)
    assert theme_said(tmp_path, read_text) is None
    (tmp_path / "archgen.toml").write_text("base-url = 8\n")
    with pytest.raises(ConfigurationError, match=r'base-url is a text, such as "https://example\.org/docs", not 8'):
        base_url_said(tmp_path, read_text)
