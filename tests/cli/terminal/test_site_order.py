"""What a site is to be made of, by the command line and the nearest configuration."""

from argparse import Namespace
from pathlib import Path

import pytest

from archgen.cli.terminal.site_order import site_folder, site_order


def options(**given: object) -> Namespace:
    said: dict[str, object] = {"specs": [], "output": None, "base_url": None, "no_exec": False, "theme": None}
    return Namespace(**{**said, **given})


def test_the_command_line_goes_before_the_configuration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "shop.yaml").write_text("")
    (tmp_path / "archgen.toml").write_text(
        'base-url = "https://example.org"\n[site]\nspecs = ["*.yaml"]\noutput = "public"\n', "utf-8"
    )
    monkeypatch.chdir(tmp_path / "docs")
    order = site_order(options())
    assert (order.specs, order.address, order.execute) == (["../shop.yaml"], "https://example.org/", True)
    assert site_folder(options(), order.settings) == Path("../public")
    given = options(specs=["a.yaml"], base_url="https://example.com/x", output="there", no_exec=True)
    order = site_order(given)
    assert (order.specs, order.address, order.execute) == (["a.yaml"], "https://example.com/x/", False)
    assert site_folder(given, order.settings) == Path("there")


def test_where_nobody_says_it_a_site_goes_to_site_public(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert site_folder(options(), site_order(options()).settings) == Path("site/public")
