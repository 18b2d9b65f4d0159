"""The page of the language: it says what the words say, and nothing else."""

import subprocess
import sys
from pathlib import Path

from archgen.dsl.naming import kind
from archgen.pipeline.words import words

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "site" / "pages" / "language.md"


def test_the_page_is_what_the_words_give(tmp_path: Path) -> None:
    """Where this fails, run `python tools/bake_language.py` and look at what changed."""
    code = (
        f"import sys; sys.path.insert(0, {str(ROOT / 'tools')!r}); import bake_language; sys.stdout.write(bake_language.page())"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, check=True)
    assert done.stdout.decode("utf-8") == PAGE.read_text("utf-8")


def test_every_word_has_its_place_on_the_page() -> None:
    headings = [line.removeprefix("### ") for line in PAGE.read_text("utf-8").splitlines() if line.startswith("### ")]
    assert [kind(word) for word in words() if kind(word) not in headings] == []
    assert len(headings) == len(set(headings))


def test_every_link_within_the_page_leads_to_a_heading() -> None:
    text = PAGE.read_text("utf-8")
    anchors = {line.lstrip("#").strip().lower().replace(" ", "-") for line in text.splitlines() if line.startswith("#")}
    links = {part.partition(")")[0] for part in text.split("](#")[1:]}
    assert links - anchors == set()
