"""Bake the typefaces that ship with archgen: subset fonts, and the tables that texts are measured with.

    npm pack inter-ui@4.1.1 jetbrains-mono@1.0.6 @fontsource/jetbrains-mono@5.3.0
    for file in inter-ui jetbrains-mono fontsource-jetbrains-mono; do mkdir $file; tar xzf $file-*.tgz -C $file; done
    python tools/bake_fonts.py inter-ui/package jetbrains-mono/package fontsource-jetbrains-mono/package

Writes archgen/svg/fonts/ (WOFF2 for browsers, TTF for rasterisers, the characters of Inter, the licences), two style sheets of
Inter in site/assets/ (what nearly every page is written in, and the rest, for pages that need it), and for Inter and JetBrains
Mono each a table in archgen/layout/. The licence of JetBrains Mono is taken from the third package, as the second
has that of its packaging only. Needs fonttools, brotli and uharfbuzz. The same input gives the same bytes.
"""

import json
import shutil
import sys
from base64 import b64encode
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from itertools import groupby
from pathlib import Path

import uharfbuzz
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

ROOT = Path(__file__).parents[1]
FONTS = ROOT / "archgen" / "svg" / "fonts"
TABLES = ROOT / "archgen" / "layout"
ASSETS = ROOT / "site" / "assets"
STYLES = {"400": "Regular", "600": "SemiBold"}
SYMBOLS = "‐‑‒–—‘’‚“”„†‡•…‰′″‹›€™←↑→↓↔↕⇒⇔−∞≈≠≤≥∑√∆∂⌘✓✗★☆●○■□▲▼◆"  # noqa: RUF001
LATIN = "".join(map(chr, [*range(0x20, 0x7F), *range(0xA0, 0xAD), *range(0xAE, 0x180)]))
EMBEDDED = LATIN + SYMBOLS
PLAIN = "".join(map(chr, range(0x20, 0x7F))) + "\xa0°±²³µ·¹×÷‑–—‘’“”•…←↑→↓⇒−∞≈≠≤≥⌘✓✗"  # noqa: RUF001
GREEK_AND_CYRILLIC = "".join(map(chr, [*range(0x386, 0x3CF), *range(0x400, 0x460), 0x490, 0x491]))


def main() -> None:
    """Bake both typefaces from the unpacked packages given on the command line."""
    inter, mono, licence = map(Path, sys.argv[1:4])
    FONTS.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(inter / "LICENSE.txt", FONTS / "OFL.txt")
    shutil.copyfile(licence / "LICENSE", FONTS / "OFL-JetBrainsMono.txt")
    table: dict[str, object] = {"unitsPerEm": 2048}
    for weight, style in STYLES.items():
        source = inter / "web" / f"Inter-{style}.woff2"
        table[weight] = _baked(f"Inter-{weight}", source, EMBEDDED + GREEK_AND_CYRILLIC)
    _write(TABLES / "inter.json", table)
    (ASSETS / "typeface.css").write_text(_sheet(inter, PLAIN), "utf-8")
    accented = sorted(set(EMBEDDED) - set(PLAIN))
    ranges = ",".join(_ranges(accented))
    (ASSETS / "typeface-accented.css").write_text(_sheet(inter, "".join(accented), f";unicode-range:{ranges}"), "utf-8")
    characters = "".join(map(chr, sorted(TTFont(FONTS / "Inter-400.ttf").getBestCmap())))
    (FONTS / "characters.json").write_text(json.dumps(characters, ensure_ascii=False) + "\n", "utf-8")
    source = mono / "fonts" / "webfonts" / "JetBrainsMono-Regular.woff2"
    _write(TABLES / "jetbrains_mono.json", {"unitsPerEm": 1000, "400": _baked("JetBrainsMono-400", source, EMBEDDED)})


def _baked(name: str, source: Path, characters: str) -> dict[str, object]:
    """Write one face for browsers and one for rasterisers; return what texts are measured with."""
    embedded, face = _subset(source, EMBEDDED), _subset(source, characters)
    embedded.flavor, face.flavor = "woff2", None
    embedded.save(FONTS / f"{name}.woff2", reorderTables=None)
    face.save(FONTS / f"{name}.ttf", reorderTables=None)
    return _measures(FONTS / f"{name}.ttf")


def _sheet(inter: Path, characters: str, more: str = "") -> str:
    """The style sheet of both weights of Inter with these characters."""
    return "".join(
        f'@font-face{{font-family:"archgen Inter";font-weight:{weight};'
        f'src:url(data:font/woff2;base64,{_packed(inter / "web" / f"Inter-{style}.woff2", characters)}) format("woff2"){more}}}\n'
        for weight, style in STYLES.items()
    )


def _ranges(characters: Sequence[str]) -> Iterator[str]:
    """Ranges of neighbours, as style sheets write them."""
    for _, run in groupby(enumerate(map(ord, characters)), lambda placed: placed[1] - placed[0]):
        codes = [code for _, code in run]
        yield f"U+{codes[0]:X}" + (f"-{codes[-1]:X}" if len(codes) > 1 else "")


def _packed(source: Path, characters: str) -> str:
    face, packed = _subset(source, characters), BytesIO()
    face.flavor = "woff2"
    face.save(packed, reorderTables=None)
    return b64encode(packed.getvalue()).decode()


def _write(path: Path, table: dict[str, object]) -> None:
    path.write_text(json.dumps(table, ensure_ascii=False, separators=(",", ":"), sort_keys=True) + "\n", "utf-8")


def _subset(source: Path, characters: str) -> TTFont:
    options = Options()
    options.layout_features = ["kern"]
    options.hinting = False
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14, 16, 17]
    options.notdef_outline = True
    face = TTFont(source, recalcTimestamp=False)
    subsetter = Subsetter(options)
    subsetter.populate(text=characters)
    subsetter.subset(face)
    return face


def _measures(path: Path) -> dict[str, object]:
    characters = sorted(map(chr, TTFont(path).getBestCmap()))
    font = uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(path))))
    advance = {character: _shaped(font, character) for character in characters}
    kerning = {
        first: _grouped(
            (second, kern) for second in characters if (kern := _shaped(font, first + second) - advance[first] - advance[second])
        )
        for first in characters
    }
    rows: defaultdict[str, str] = defaultdict(str)
    for first, groups in kerning.items():
        rows[json.dumps(groups, ensure_ascii=False)] += first
    return {
        "advances": _grouped(advance.items()),
        "kerning": {firsts: json.loads(row) for row, firsts in rows.items() if row != "{}"},
    }


def _shaped(font: uharfbuzz.Font, text: str) -> int:
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    uharfbuzz.shape(font, buffer, {"kern": True})
    advances: list[int] = [position.x_advance for position in buffer.glyph_positions]
    return sum(advances)


def _grouped(measured: Iterable[tuple[str, int]]) -> dict[str, str]:
    """Characters by their value: the shortest way to write a table in which most values repeat."""
    groups: defaultdict[str, str] = defaultdict(str)
    for character, value in measured:
        groups[str(value)] += character
    return dict(groups)


if __name__ == "__main__":
    main()
