"""Themes on the command line and in configurations."""

from pathlib import Path

import pytest

from archgen.svg.themes import SCHEMES
from tests.cli.running import Ran, ran

pytestmark = pytest.mark.graphviz
OURS = '[light]\nground = "#fdf6e3"\n[dark]\nground = "#002b36"\nmuted = "#93a1a1"\n'


def test_a_figure_a_document_and_a_site_wear_a_theme(capsys: pytest.CaptureFixture[str], here: Path) -> None:
    (here / "archgen.toml").write_text('[site]\nlibrary = ["architecture"]\n')  # the smallest family takes least
    ground = "--ground:" + SCHEMES["print"].theme.ground
    assert ran(capsys, "render", "shop.yaml", "--theme", "print") == Ran(0, "shop.svg\n", "")
    assert ran(capsys, "doc", "shop.yaml", "--theme", "print") == Ran(0, "shop.html\n", "")
    assert ran(capsys, "site", "build", "shop.yaml", "-o", "public", "--theme", "print").code == 0
    for path in ("shop.svg", "shop.html", "public/figures/designs/shop/components.svg"):
        text = (here / path).read_text("utf-8")
        assert ground in text
        assert text.count("prefers-color-scheme:dark") == 0
    assert ground in (here / "public/assets/prose.css").read_text("utf-8")


@pytest.mark.parametrize("form", ["png", "pdf"])
def test_what_cannot_follow_its_reader_wears_one_side(capsys: pytest.CaptureFixture[str], here: Path, form: str) -> None:
    found = []
    for theme in ("auto", "light", "dark", "auto:dark", "print", "high-contrast", "high-contrast:dark"):
        assert ran(capsys, "render", "shop.yaml", "-o", f"x.{form}", "--theme", theme).code == 0
        found.append((here / f"x.{form}").read_bytes())
    assert found[0] == found[1]
    assert found[2] == found[3]
    assert len(set(found)) == 5


@pytest.mark.parametrize("name", ["ours.toml", "ours.yaml"])
def test_a_theme_of_ones_own_is_a_file(capsys: pytest.CaptureFixture[str], here: Path, name: str) -> None:
    yaml = "light:\n  ground: '#fdf6e3'\ndark:\n  ground: '#002b36'\n  muted: '#93a1a1'\n"
    (here / name).write_text(OURS if name.endswith("toml") else yaml)
    assert ran(capsys, "render", "shop.yaml", "--theme", name).code == 0
    svg = (here / "shop.svg").read_text("utf-8")
    assert "--ground:#fdf6e3" in svg
    assert "--ground:#002b36" in svg
    assert ran(capsys, "render", "shop.yaml", "--theme", f"{name}:dark").code == 0
    assert "--ground:#fdf6e3" not in (here / "shop.svg").read_text("utf-8")


def test_the_configuration_nearest_to_the_design_names_a_theme_and_the_command_line_another(
    capsys: pytest.CaptureFixture[str], here: Path
) -> None:
    inner = here / "team" / "designs"
    inner.mkdir(parents=True)
    (inner / "shop.yaml").write_bytes((here / "shop.yaml").read_bytes())
    (here / "team" / "ours.toml").write_text(OURS)
    (here / "team" / "pyproject.toml").write_text('[tool.archgen]\ntheme = "ours.toml"\n')
    assert ran(capsys, "render", "team/designs/shop.yaml", "-o", "x.svg").code == 0
    assert "--ground:#fdf6e3" in (here / "x.svg").read_text("utf-8")
    assert ran(capsys, "render", "team/designs/shop.yaml", "-o", "x.svg", "--theme", "auto").code == 0
    assert "--ground:#fdf6e3" not in (here / "x.svg").read_text("utf-8")
    assert ran(capsys, "lint", "team/designs/shop.yaml", "--fail-on", "never").code == 0


@pytest.mark.parametrize(
    ("configuration", "message"),
    [
        ('theme = "prnt"\n', 'archgen.toml:1:1: theme: there is no theme "prnt"; did you mean "print"?\n'),
        ('theme = "no.toml:dark"\n', "archgen.toml:1:1: theme: there is no file no.toml\n"),
        ("theme = 3\n", 'archgen.toml:1:1: theme is a text, such as "print" or "ours.toml", not 3\n'),
        ('theme = "no.toml"\n', "archgen.toml:1:1: theme: there is no file no.toml\n"),
        (
            'theme = "print:dark"\n',
            "archgen.toml:1:1: theme: the theme print is the same by light and in the dark; leave out :dark\n",
        ),
    ],
)
def test_a_configuration_that_names_no_theme_is_refused(
    capsys: pytest.CaptureFixture[str], here: Path, configuration: str, message: str
) -> None:
    (here / "archgen.toml").write_text(configuration)
    assert ran(capsys, "render", "shop.yaml") == Ran(2, "", message)
    assert not (here / "shop.svg").exists()


@pytest.mark.parametrize(
    "command", [["render", "shop.yaml"], ["doc", "shop.yaml"], ["site", "build", "shop.yaml", "-o", "public"]]
)
def test_a_theme_that_cannot_be_read_is_refused_everywhere(
    capsys: pytest.CaptureFixture[str], here: Path, command: list[str]
) -> None:
    (here / "pale.yaml").write_text('light:\n  ink: "#aaaaaa"\n')
    result = ran(capsys, *command, "--theme", "pale.yaml")
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("pale.yaml:2:3: ink #aaaaaa on ")
    assert "and text needs 4.5:1; #" in result.err
    assert ran(capsys, *command, "--theme", "drak") == Ran(2, "", 'there is no theme "drak"; did you mean "dark"?\n')


@pytest.mark.parametrize("text", ["light: [", "", "light: {ground: #fff}", "\x00", "- a\n"])
def test_a_broken_file_is_refused_with_its_name(capsys: pytest.CaptureFixture[str], here: Path, text: str) -> None:
    (here / "ours.yaml").write_text(text)
    result = ran(capsys, "render", "shop.yaml", "--theme", "ours.yaml")
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("ours.yaml:")
    assert "archgen: 1" not in result.err
