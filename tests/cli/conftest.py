"""Commands run in a folder of their own, with the shop beside them and the examples where help expects them."""

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
TWINS = ROOT / "tests" / "exporters" / "twins"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder."""
    for name in ("shop.py", "shop.yaml"):
        (tmp_path / name).write_bytes((TWINS / name).read_bytes())
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("ARCHGEN_DOT", raising=False)
    return tmp_path
