"""What a configuration says of a site, and what is said of one that is wrong."""

from pathlib import Path

import pytest

from archgen.configuring.configuration import Said
from archgen.configuring.site_settings import SiteSettings
from archgen.configuring.site_table import site_settings
from archgen.errors import ConfigurationError, Position
from archgen.loading.text_file import read_text
from archgen.model.source_path import SourcePath

WRONG = """\
theme = "print"
[site]
titel = "Shop"
title = 3
logo = "logo.bmp"
theme = "print"
library = ["cachin", "RT", 3]
specs = "designs"
pages = ""
output = 7
updated = "31 January"
"""


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_where_nothing_is_said_the_site_is_that_of_the_library(here: Path) -> None:
    assert site_settings(here, read_text) == SiteSettings()
    (here / "archgen.toml").write_text('[lint]\nselect = ["RT"]\n')
    assert site_settings(here, read_text) == SiteSettings(path="archgen.toml")


def test_every_value_keeps_its_place_and_paths_start_from_the_file(here: Path) -> None:
    (here / "pyproject.toml").write_text(
        '[tool.archgen.site]\ntitle = "Our\\n  shop"\nspecs = ["designs/**/*.yaml"]\npatterns = ["patterns"]\n'
        'pages = "pages/"\nlibrary = ["RT", "long-running-tasks"]\nhero = "Checkout"\nupdated = 2027-01-31\n'
    )
    (here / "docs").mkdir()
    said = site_settings(here / "docs", read_text)
    assert said.title == Said("Our shop", "pyproject.toml:2")
    assert said.hero == Said("Checkout", "pyproject.toml:7")
    assert said.updated == Said("2027-01-31", "pyproject.toml:8")
    assert said.specs == (SourcePath("designs/**/*.yaml", "designs/**/*.yaml", Position("pyproject.toml", 3, 10)),)
    assert [one.path for one in (*said.patterns, *filter(None, [said.pages]))] == ["patterns", "pages"]
    assert said.library == Said(("real_time_updates", "long_running_tasks"), "pyproject.toml:6")


def test_all_that_is_wrong_is_said_with_its_line_and_what_was_meant(here: Path) -> None:
    (here / "archgen.toml").write_text(WRONG)
    with pytest.raises(ConfigurationError) as raised:
        site_settings(here, read_text)
    assert str(raised.value).splitlines() == [
        'archgen.toml:3:1: [site] has no "titel"; did you mean "title"?',
        'archgen.toml:4:1: title is a text, such as "Systems of our shop", not 3',
        'archgen.toml:5:1: logo: "logo.bmp" is no image; give one of .svg, .png, .jpg, .jpeg, .webp, .gif',
        'archgen.toml:6:1: [site] has no "theme": it is not for sites alone; write theme = "print" at the top of the file',
        'archgen.toml:7:12: library: there is no family "cachin"; did you mean "caching"?',
        'archgen.toml:7:28: an entry of library is a text, such as "caching", not 3',
        'archgen.toml:8:1: specs is a list of files, or patterns of their paths, such as ["designs/**/*.yaml"], not "designs"',
        'archgen.toml:9:1: pages is a text, such as "pages/", not an empty one',
        'archgen.toml:10:1: output is a text, such as "public/", not 7',
        'archgen.toml:11:1: updated = "31 January": a day reads YYYY-MM-DD, such as 2027-01-31',
    ]


@pytest.mark.parametrize(
    "text", ["site = 3\n", "[site]\nlibrary = 3\n", '[site]\nlogo = "no.svg"\n', '[site]\nspecs = ["a\\u0000b"]\n']
)
def test_what_cannot_be_used_is_refused(here: Path, text: str) -> None:
    (here / "archgen.toml").write_text(text)
    with pytest.raises(ConfigurationError, match=r"archgen\.toml:"):
        site_settings(here, read_text)
