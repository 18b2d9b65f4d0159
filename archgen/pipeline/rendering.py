"""Rendering: which figures of a design go into which files, and in which forms."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from archgen.errors import UnknownNameError, UsageError
from archgen.model.drawing import Drawn
from archgen.model.picture import Picture
from archgen.pipeline.drawing import paint
from archgen.svg.themes import AUTO, Scheme

FORMS = ("svg", "png", "pdf")
COMPONENTS = "components"


@dataclass(frozen=True)
class Order:
    """What is wanted: in these forms, into that file or folder, else into files of that stem; one figure, or all."""

    forms: Sequence[str]
    target: Path | None = None
    stem: str = COMPONENTS
    figure: str | None = None

    @property
    def into_files(self) -> bool:
        """Whether one figure goes into files of the design's own name."""
        return self.target is None or self.target.suffix.lower().lstrip(".") in FORMS

    def path(self, drawn: Drawn, form: str) -> Path:
        """The file of a figure."""
        if self.target is None:
            return Path(f"{self.stem}.{form}")
        return self.target if self.into_files else self.target / f"{drawn.name}.{form}"


def ordered(target: Path | None, forms: Sequence[str], figure: str | None = None) -> Order:
    """What options ask for. Raises UsageError or UnknownNameError for what does not go together."""
    suffix = target.suffix.lower().lstrip(".") if target else ""
    if suffix and suffix not in FORMS:
        raise UsageError(f"no figure can be written as .{suffix}; known: {', '.join(FORMS)}, or a folder")
    for form in forms:
        if form not in FORMS:
            raise UnknownNameError("form of figures", form, FORMS)
        if suffix and form != suffix:
            raise UsageError(f"-f {form} and a file named .{suffix} do not go together")
    return Order(tuple(dict.fromkeys(forms)) or (suffix or "svg",), target, figure=figure)


def rendered(
    known: Sequence[Drawn], order: Order, picture: Callable[[Drawn], Picture], scheme: Scheme = AUTO
) -> Iterator[tuple[Path, bytes]]:
    """Every file with what it is to hold, one by one; none where nothing is known. Raises UnknownNameError."""
    for drawn in [_chosen(known, order.figure)] if known and (order.into_files or order.figure) else known:
        for form in order.forms:
            yield order.path(drawn, form), paint(picture(drawn), form, scheme)


def _chosen(known: Sequence[Drawn], name: str | None) -> Drawn:
    for drawn in known:
        if drawn.name == (name or COMPONENTS) or (name is None and len(known) == 1):
            return drawn
    raise UnknownNameError("figure of this design", name or COMPONENTS, [drawn.name for drawn in known])
