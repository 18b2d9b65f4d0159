"""Sections of a document: what stands below a heading, up to the next one of its rank."""

from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from archgen.documents.headings import text_of

# The headings above a section, from the second level on, and its own.
Place = tuple[str, ...]


def places(tokens: Sequence[Token]) -> Iterator[Place]:
    """Every section, in order."""
    for place, _ in _placed(tokens):
        if place:
            yield place


def without(tokens: Sequence[Token], left_out: Sequence[Place]) -> list[Token]:
    """The document without these sections, and what is below them."""
    kept: list[Token] = []
    place: Place = ()
    for opened, token in _placed(tokens):
        place = opened or (place if opened is None else ())
        if not any(place[: len(one)] == one for one in left_out):
            kept.append(token)
    return kept


def _placed(tokens: Sequence[Token]) -> Iterator[tuple[Place | None, Token]]:
    """Every token, and which section begins with it: an empty one for the title, None for none."""
    above: list[str] = []
    for index, token in enumerate(tokens):
        if token.type == "heading_open" and token.level == 0:
            above[max(int(token.tag[1]) - 2, 0) :] = [text_of(tokens[index + 1])] if token.tag != "h1" else []
            yield tuple(above), token
        else:
            yield None, token
