"""Ten flawed designs over all families, and what a reader is told of each: to be read aloud before it is accepted."""

import re
from collections.abc import Callable

import pytest

from tests.cli.running import ran
from tests.conftest import GOLDEN, Golden

DESIGNS = sorted(path.stem for path in (GOLDEN / "advice").glob("*.yaml"))


@pytest.mark.parametrize("name", DESIGNS)
def test_a_flawed_design_is_told_what_is_wrong_and_what_to_do(
    name: str, golden: Callable[[str], Golden], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(GOLDEN / "advice")
    told = ran(capsys, "lint", "--isolated", "--ask", "--fail-on", "info", f"{name}.yaml")
    assert (told.code, told.err) == (1, "")
    # How many rules there are is no advice.
    assert re.sub(r"\d+ rules run", "all rules run", told.out) == golden(f"advice/{name}.txt")


def test_there_are_ten_of_them() -> None:
    assert len(DESIGNS) == 10
