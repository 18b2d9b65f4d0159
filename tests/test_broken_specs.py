"""What is said of specifications that are wrong: every message of each, whole, as it stands in the file beside it.

Broken Python stands in files that no tool takes for Python: `NN-name.py.txt`.
"""

from pathlib import Path

import pytest

from archgen.errors import SpecError
from archgen.pipeline.reading import read

FOLDER = Path(__file__).parent / "broken_specs"
SPECS = sorted([*FOLDER.glob("*.yaml"), *FOLDER.glob("*.py.txt")])
every_spec = pytest.mark.parametrize("spec", SPECS, ids=lambda path: path.name.partition(".")[0])


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def refused(spec: Path) -> SpecError:
    """What is said of a copy, under its proper name, in the current folder."""
    copy = Path(spec.name.removesuffix(".txt"))
    copy.write_bytes(spec.read_bytes())
    with pytest.raises(SpecError) as caught:
        read(str(copy))
    return caught.value


@every_spec
def test_a_broken_spec_says_what_is_wrong_where_and_what_to_write(spec: Path, request: pytest.FixtureRequest) -> None:
    expected = FOLDER / f"{spec.name.partition('.')[0]}.txt"
    said = f"{refused(spec)}\n"
    if request.config.getoption("--accept"):
        expected.write_text(said, "utf-8")
    assert said == expected.read_text("utf-8")


@every_spec
def test_problems_stand_in_the_order_of_their_places(spec: Path) -> None:
    faults = refused(spec).faults
    places = [(fault.position.line or 0, fault.position.column or 0) for fault in faults if fault.position]
    assert places == sorted(places)
    assert len(places) == len(faults)
