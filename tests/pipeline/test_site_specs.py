"""Which designs a site shows: those that are named, and not what lies beside them."""

from pathlib import Path

import pytest

from archgen.configuring.site_settings import SiteSettings
from archgen.configuring.site_table import from_table
from archgen.configuring.toml_text import parse
from archgen.errors import ConfigurationError
from archgen.pipeline.site_specs import site_specs

FILES = (
    "designs/shop.yaml",
    "designs/_shared.py",
    "designs/old/shop.yaml",
    "designs/deep/chat.arch.py",
    "designs/archgen.layout.yaml",
    "designs/README.md",
    "architecture.yaml",
)


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in FILES:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def said(specs: str, folder: Path) -> SiteSettings:
    return from_table(parse(f"[site]\nspecs = {specs}\n", "archgen.toml"), "", "archgen.toml", folder)


def test_without_any_they_are_those_of_the_folder() -> None:
    assert site_specs(SiteSettings()) == ["architecture.yaml"]
    assert site_specs(SiteSettings(), ["a.yaml"]) == ["a.yaml"]


def test_patterns_find_designs_and_leave_out_what_is_taken_away(here: Path) -> None:
    assert site_specs(said('["designs/**/*"]', here)) == [
        "designs/deep/chat.arch.py",
        "designs/old/shop.yaml",
        "designs/shop.yaml",
    ]
    assert site_specs(said('["designs/**/*", "!designs/old/**"]', here)) == ["designs/deep/chat.arch.py", "designs/shop.yaml"]
    assert site_specs(said('["designs/shop.yaml", "designs/*.yaml"]', here)) == ["designs/shop.yaml"]


def test_paths_start_from_the_folder_of_the_configuration(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(here / "designs")
    assert site_specs(said('["designs/*.yaml"]', here)) == ["shop.yaml"]


def test_what_finds_nothing_is_said_with_its_line(here: Path) -> None:
    with pytest.raises(ConfigurationError) as raised:
        site_specs(said('["none/*.yaml", "none.yaml", "designs"]', here))
    assert str(raised.value).splitlines() == [
        'archgen.toml:2:10: specs: "none/*.yaml" finds no design; ** stands for folders at any depth',
        'archgen.toml:2:25: specs: "none.yaml": there is no such file',
        'archgen.toml:2:38: specs: "designs": it is a folder; write a pattern such as "designs/**/*.yaml"',
    ]


@pytest.mark.parametrize(
    ("specs", "message"),
    [
        (
            '["designs/**/*", "!designs/odl/**"]',
            'archgen.toml:2:26: specs: "!designs/odl/**" takes nothing away: no file fits it; mend it, or leave it out',
        ),
        (
            '["designs/*.yaml", "!designs/*"]',
            "archgen.toml:2:28: specs: no design is left to be shown; take one that begins with ! away",
        ),
    ],
)
def test_what_takes_nothing_away_or_everything_is_said_with_its_line(specs: str, message: str, here: Path) -> None:
    with pytest.raises(ConfigurationError) as raised:
        site_specs(said(specs, here))
    assert str(raised.value) == message
