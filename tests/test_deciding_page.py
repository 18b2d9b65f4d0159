"""What the page on deciding shows is what is printed."""

import re
from pathlib import Path

import pytest

from archgen.cli import main

ROOT = Path(__file__).resolve().parent.parent
PAGE = (ROOT / "site" / "pages" / "38-deciding.md").read_text("utf-8")


def test_the_decision_that_is_shown_is_printed(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    (shown,) = re.findall(r"^```console\n\$ archgen (.*?)\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    assert main(shown[0].split()) == 0
    assert capsys.readouterr().out == shown[1]
