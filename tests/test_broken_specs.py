"""What is said of specifications that are wrong: every message of each, whole, as it stands in the file beside it."""

from pathlib import Path

import pytest

from archgen.errors import SpecError
from archgen.pipeline.reading import read

FOLDER = Path(__file__).parent / "broken_specs"
SPECS = sorted(path for path in FOLDER.iterdir() if path.suffix in (".py", ".yaml"))


def said(path: Path) -> str:
    """The messages, with the file named as its reader sees it: without the folder."""
    with pytest.raises(SpecError) as caught:
        read(str(path))
    return "".join(f"{fault}\n" for fault in caught.value.faults).replace(f"{FOLDER}/", "")


@pytest.mark.parametrize("path", SPECS, ids=lambda path: path.stem)
def test_a_broken_spec_says_what_is_wrong_where_and_what_to_write(path: Path, request: pytest.FixtureRequest) -> None:
    expected = path.with_suffix(".txt")
    if request.config.getoption("--accept"):
        expected.write_text(said(path), "utf-8")
    assert said(path) == expected.read_text("utf-8")


@pytest.mark.parametrize("path", SPECS, ids=lambda path: path.stem)
def test_problems_stand_in_the_order_of_their_places(path: Path) -> None:
    with pytest.raises(SpecError) as caught:
        read(str(path))
    places = [(fault.position.line or 0, fault.position.column or 0) for fault in caught.value.faults if fault.position]
    assert places == sorted(places)
    assert len(places) == len(caught.value.faults)
