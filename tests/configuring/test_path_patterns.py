"""Which paths a pattern describes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archgen.configuring.path_patterns import path_fits

NAMES = st.text("ab.x-_", min_size=1, max_size=4).filter(lambda name: name.strip("."))
PATHS = st.lists(NAMES, min_size=1, max_size=4).map("/".join)


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("shop.yaml", "shop.yaml"),
        ("shop.yaml", "designs/shop.yaml"),
        ("*.yaml", "designs/2019/shop.yaml"),
        ("designs/*.yaml", "designs/shop.yaml"),
        ("./designs/*.yaml", "designs/shop.yaml"),
        ("/designs/*.yaml", "designs/shop.yaml"),
        ("designs/", "designs/2019/shop.yaml"),
        ("designs/2019", "designs/2019/shop.yaml"),
        ("**/2019/**", "designs/2019/shop.yaml"),
        ("**/shop.yaml", "shop.yaml"),
        ("**/**/a/a/**/**/shop.yaml", "x/a/a/shop.yaml"),
        ("designs/**/shop.yaml", "designs/shop.yaml"),
        ("designs/**", "designs/2019/shop.yaml"),
        ("sho[o-q].yaml", "shop.yaml"),
        ("sho[!a].yaml", "shop.yaml"),
        ("sho?.yaml", "shop.yaml"),
        ("a[z-a]", "a[z-a]"),
        ("/srv/**", "/srv/designs/shop.yaml"),
    ],
)
def test_a_pattern_describes_a_path_or_a_folder_around_it(pattern: str, path: str) -> None:
    assert path_fits(pattern, path)


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("shop.yaml", "shop_yaml"),
        ("designs/*.yaml", "designs/2019/shop.yaml"),
        ("2019/shop.yaml", "designs/2019/shop.yaml"),
        ("designs", "designs.yaml"),
        ("sho[!p].yaml", "shop.yaml"),
        ("designs?shop.yaml", "designs/shop.yaml"),
        ("designs[!x]shop.yaml", "designs/shop.yaml"),
        ("Shop.yaml", "shop.yaml"),
        ("", "shop.yaml"),
        ("a/a/shop.yaml", "a/shop.yaml"),
    ],
)
def test_other_paths_are_not_described(pattern: str, path: str) -> None:
    assert not path_fits(pattern, path)


@given(PATHS)
def test_every_path_describes_itself_and_so_do_the_folders_around_it(path: str) -> None:
    folders = path.split("/")
    assert all(path_fits("./" + "/".join(folders[:count]), path) for count in range(1, len(folders) + 1))
    assert path_fits("**", path)
    assert path_fits(folders[-1], path)


@given(st.text("ab/*?[]!^-\\.", max_size=8), PATHS)
def test_no_pattern_is_too_strange_to_be_compared(pattern: str, path: str) -> None:
    path_fits(pattern, path)
