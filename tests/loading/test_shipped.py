"""Where the files beside the package are."""

from pathlib import Path

import pytest

from archgen.loading.shipped import PACKAGE, shipped

ROOT = Path(__file__).parent.parent.parent


def test_the_package_is_where_its_modules_are() -> None:
    assert PACKAGE == ROOT / "archgen"


@pytest.mark.parametrize("name", ["patterns", "templates", "site/assets", "site/pages"])
def test_a_checkout_has_them_beside_the_package(name: str) -> None:
    assert shipped(name) == ROOT / name
    assert shipped(name).is_dir()
