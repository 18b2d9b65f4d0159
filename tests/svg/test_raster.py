import re
import struct
import subprocess
import sys
import zlib
from collections.abc import Callable

import pytest

from archgen.errors import EngineError
from archgen.model.picture import Picture
from archgen.svg.raster import is_covered, pdf, png
from archgen.svg.theme import DARK
from tests.svg.figures import every_shape, picture, written


def streams(document: bytes) -> list[bytes]:
    packed = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", document, re.DOTALL)
    return [zlib.decompressobj().decompress(stream) if stream[:1] == b"\x78" else stream for stream in packed]


def letters(document: bytes) -> set[str]:
    """The characters that a reader of the PDF can select, as its fonts map them."""
    maps = b"\n".join(stream for stream in streams(document) if b"beginbfchar" in stream or b"beginbfrange" in stream)
    return {bytes.fromhex(code.decode()).decode("utf-16-be") for code in re.findall(rb"<[0-9A-F]{4}> <([0-9A-F]{4,})>", maps)}


def test_a_png_has_its_signature_and_twice_the_size_of_the_picture() -> None:
    image = png(picture())
    assert image[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">II", image[16:24]) == (800, 400)


def test_a_png_is_drawn_at_the_scale_that_is_asked_for() -> None:
    assert struct.unpack(">II", png(picture(), scale=0.5)[16:24]) == (200, 100)


def test_a_png_shows_its_texts() -> None:
    assert png(picture(written("orders"))) != png(picture()) != png(picture(), theme=DARK)


@pytest.mark.parametrize("engine", [png, pdf])
def test_two_runs_give_the_same_bytes(engine: Callable[[Picture], bytes]) -> None:
    assert engine(every_shape()) == engine(every_shape())


def test_a_pdf_is_vectors_with_text_in_the_shipped_typeface() -> None:
    document = pdf(picture(written("Grüße → orders", "title")))
    assert document.startswith(b"%PDF")
    assert b"Inter" in document
    assert set("Grüße→orders") <= letters(document)
    assert b"/Subtype/Image" not in document


def test_a_pdf_says_no_date() -> None:
    assert b"CreationDate" not in pdf(picture())
    assert b"ModDate" not in pdf(picture())


def test_a_pdf_is_as_large_as_its_picture() -> None:
    assert b"/MediaBox[0 0 300 150]" in pdf(picture())


@pytest.mark.parametrize("title", ['quotes " and \\ backslash', "#panic() $x$ *b*", "line\nbreak", "emoji 🚀"])
def test_a_title_cannot_break_out_of_the_page(title: str) -> None:
    assert pdf(picture(written(title), title=title, description=title)).startswith(b"%PDF")


@pytest.mark.parametrize(("engine", "module", "package"), [(png, "resvg_py", "resvg-py"), (pdf, "typst", "typst")])
def test_a_missing_library_is_named(
    monkeypatch: pytest.MonkeyPatch, engine: Callable[[Picture], bytes], module: str, package: str
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(EngineError, match=f"pip install {package}"):
        engine(picture())


@pytest.mark.parametrize("engine", [png, pdf])
def test_a_picture_that_cannot_be_drawn_is_named(engine: Callable[[Picture], bytes]) -> None:
    with pytest.raises(EngineError, match='"Orders"'):
        engine(Picture("Orders", "", 0, 0, ()))


def test_the_engines_are_loaded_only_when_they_draw() -> None:
    code = "import sys, archgen.svg.raster; print({'resvg_py', 'typst'} & set(sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "set()\n"


def test_what_the_shipped_typeface_covers_is_drawn_without_the_machines_fonts() -> None:
    assert [text for text in ("Łódź", "Ουρά", "Очередь", "→ ≤ ×") if not is_covered(picture(written(text)))] == []
    assert not is_covered(picture(written("漢字")))
