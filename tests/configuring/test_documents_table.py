from pathlib import Path

import pytest

from archgen.configuring.documents_table import templates_said
from archgen.errors import ConfigurationError
from archgen.loading.text_file import read_text


def test_the_folder_of_templates_starts_from_its_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a" / "b").mkdir(parents=True)
    assert templates_said(tmp_path, read_text) is None
    (tmp_path / "a" / "pyproject.toml").write_text('[tool.archgen.documents]\ntemplates = "own"\n')
    said = templates_said(tmp_path / "a" / "b", read_text)
    assert said is not None
    assert (said.text, str(said.place), said.folder) == ("own", "a/pyproject.toml:2:1", Path("a"))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[documents]\ntemplates = 3\n", 'templates is a text, such as "docs/templates", not 3'),
        ('[documents]\ntemplate = "a"\n', r'\[documents\] has no "template"; did you mean "templates"\?'),
        ("documents = 3\n", r"\[documents\] is a table, not 3"),
    ],
)
def test_what_is_wrong_with_it_is_said(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "archgen.toml").write_text(text)
    with pytest.raises(ConfigurationError, match=said):
        templates_said(tmp_path, read_text)


def test_a_table_that_says_nothing_names_none(tmp_path: Path) -> None:
    (tmp_path / "archgen.toml").write_text("[documents]\n")
    assert templates_said(tmp_path, read_text) is None
