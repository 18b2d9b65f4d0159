"""Lists within lists, in Markdown: the steps of a scenario with their other cases, and systems within systems."""

from collections.abc import Iterator, Sequence

from archgen.documents.escaping import Markdown, code, plain, sentence
from archgen.documents.systems import Inside
from archgen.model.dossier import Instead, Passage


def told(passages: Sequence[Passage]) -> Markdown:
    """The steps as a numbered list, below each its other cases with theirs."""
    return Markdown("\n".join(_steps(passages, "")))


def boxes(systems: Sequence[Inside]) -> Markdown:
    """Systems, below each those that are in it."""
    return Markdown("\n".join(_systems(systems, "")))


def _steps(passages: Sequence[Passage], indent: str) -> Iterator[str]:
    for passage in passages:
        yield f"{indent}1. **{plain(passage.source)}** to **{plain(passage.target)}**: {sentence(passage.text)}"
        for case in passage.otherwise:
            yield f"{indent}   - {_case(case)}"
            yield from _steps(case.passages, f"{indent}     ")


def _case(case: Instead) -> str:
    text = plain(case.text) if case.passages else sentence(case.text)
    # What stands in brackets says what the case means for the rest.
    what, bracket, means = text.rpartition(" (") if case.failure else ("", "", text)
    return f"**{case.number}.** {f'**{what}**{bracket}{means}' if what else text}{':' if case.passages else ''}"


def _systems(systems: Sequence[Inside], indent: str) -> Iterator[str]:
    for box in systems:
        summary = f" {sentence(box.summary)}" if box.summary else ""
        entry = f" What comes to it reaches **{plain(box.entry)}**." if box.entry else ""
        yield f"{indent}- **{plain(box.name)}** ({code(box.id)}): {box.size}.{summary}{entry}"
        yield from _systems(box.systems, f"{indent}  ")
