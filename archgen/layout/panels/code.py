"""Code within a panel: each line as it is written, in a monospaced face; what is too long goes on below, set in."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from archgen.dsl.appearance import Tone
from archgen.layout.panels.block import Block, stacked
from archgen.layout.panels.paragraph import lines
from archgen.layout.text_size import text_width, wrap
from archgen.model.picture import Rect, Text

PAD = 9.0
SET_IN = 2  # characters, for what goes on below
FIXED = "\u00a0"  # a space that SVG keeps where there are several


def code_width(written: Sequence[str]) -> float:
    """How much room the lines like to have, their ground included."""
    return max((text_width(line.expandtabs(4), "verbatim") for line in written), default=0.0) + 2 * PAD


def code(written: Sequence[str], width: float, tone: Tone = "neutral") -> Block:
    """Set lines of code on a ground of their own, in at most `width` pixels; nothing where there is none."""
    inner = stacked(_line(line.expandtabs(4), width - 2 * PAD, tone) for line in written if line.strip())
    if not inner.height:
        return inner
    height = inner.height + 2 * PAD
    return Block(width, height, (Rect(0, 0, width, height, "slip", radius=5), *inner.at(PAD, PAD)))


def _line(line: str, width: float, tone: Tone) -> Block:
    """A line from where its own indent ends."""
    step = text_width(" ", "verbatim")
    indent = min((len(line) - len(line.lstrip())) * step, width / 2)
    text = line.strip()
    if text_width(text, "verbatim") <= width - indent:
        return _moved(lines([text], "verbatim", tone), indent)
    first, *others = _broken(text, width - indent, step * SET_IN)
    return stacked(
        (
            _moved(lines([first], "verbatim", tone), indent),
            *(_moved(lines([one], "verbatim", tone), indent + step * SET_IN) for one in others),
        )
    )


def _broken(text: str, width: float, set_in: float) -> Iterator[str]:
    """A text that is too long, in lines as full as can be; those after the first have less room."""
    words = text.split()
    while words:
        count = next((n for n in range(len(words), 0, -1) if text_width(" ".join(words[:n]), "verbatim") <= width), 0)
        yield from [" ".join(words[:count])] if count else wrap(words[0], "verbatim", width - set_in)
        words, width, set_in = words[max(1, count) :], width - set_in, 0.0


def _moved(block: Block, x: float) -> Block:
    fixed = tuple(replace(one, text=one.text.replace("  ", FIXED * 2)) if isinstance(one, Text) else one for one in block.shapes)
    return Block(block.width + x, block.height, Block(block.width, block.height, fixed).at(x, 0))
