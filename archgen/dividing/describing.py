"""A figure of several in words, for those who do not see it."""

from collections.abc import Iterator, Mapping

from archgen.model.drawing import Arrow, Box, Drawing


def described(drawing: Drawing) -> str:
    """What it shows in full, what else, and every line."""
    return " ".join((f"{drawing.title}.", *_parts(drawing), *_lines(drawing)))


def _parts(drawing: Drawing) -> Iterator[str]:
    for lead, shapes in (("It shows", ("card",)), ("Closed", ("closed",)), ("From other views", ("outside",))):
        shown = [_introduced(box) for box in drawing.boxes if box.shape in shapes]
        if shown:
            yield f"{lead}: {'; '.join(shown)}."


def _introduced(box: Box) -> str:
    facts = ", ".join(filter(None, [box.kind if box.shape == "card" else "", box.subtitle, box.load, box.findings]))
    return f"{box.title} ({facts})" if facts else box.title


def _lines(drawing: Drawing) -> Iterator[str]:
    titles = {**{frame.id: frame.title for frame in drawing.frames}, **{box.id: box.title for box in drawing.boxes}}
    for arrow in drawing.arrows:
        yield arrow.said or _said(arrow, titles)


def _said(arrow: Arrow, titles: Mapping[str, str]) -> str:
    said = f"{titles[arrow.source]} {'and' if arrow.both else 'to'} {titles[arrow.target]}"
    return f"{said}: {arrow.label}." if arrow.label else f"{said}."
