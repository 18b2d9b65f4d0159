"""Long words in tables: where they may be broken, so that no table is wider than a telephone."""

import re
from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

# Three columns of words of so many letters stand beside one another on a telephone.
LONGEST = 14
PIECE = re.compile(rf"[^\s_./,:;+-]{{1,{LONGEST}}}[_./,:;+-]?|.", re.DOTALL)
LONG = re.compile(rf"\S{{{LONGEST + 1},}}")


def let_long_words_break(markdown: MarkdownIt) -> None:
    """Let longer words of tables be broken, behind marks where there are any; as long as there is room they are not."""

    def let(state: StateCore) -> None:
        within = False
        for token in state.tokens:
            within = token.type == "table_open" or (within and token.type != "table_close")
            if within and token.children:
                token.children = [one for child in token.children for one in _broken(child)]

    markdown.core.ruler.push("long_words", let)


def _broken(child: Token) -> Sequence[Token]:
    return [*_pieces(child.content)] if child.type == "text" and LONG.search(child.content) else (child,)


def _pieces(text: str) -> Iterator[Token]:
    end = 0
    for word in LONG.finditer(text):
        yield Token("text", "", 0, content=text[end : word.start()])
        pieces = PIECE.findall(word[0])
        for place, piece in enumerate(pieces):
            if place:
                yield Token("html_inline", "", 0, content="<wbr>")
            yield Token("text", "", 0, content=piece)
        end = word.end()
    yield Token("text", "", 0, content=text[end:])
