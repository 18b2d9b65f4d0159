"""Rendering: which figures of a design go into which files, and in which forms."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from archgen.errors import UnknownNameError, UsageError
from archgen.model.drawing import Drawing, Drawn
from archgen.model.picture import Picture
from archgen.pipeline.drawing import paint
from archgen.pipeline.viewing import LEAST_TYPE, Views, type_size
from archgen.svg.themes import AUTO, Scheme
from archgen.values import dataclass

FORMS = ("svg", "png", "pdf")
COMPONENTS = "components"
# What it takes to paint a figure, in figures as SVG, and so many that several processes paint them sooner than one.
EFFORT, ENOUGH = {"svg": 1, "png": 100, "pdf": 6}, 250


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


@dataclass(frozen=True)
class Painting:
    """How pictures become files: `beside` are the names of the figures that stand beside one another."""

    scheme: Scheme
    beside: frozenset[str]

    def __call__(self, task: tuple[Picture, str]) -> bytes:
        """A picture in a form."""
        picture, form = task
        return paint(picture, form, self.scheme, self._link)

    def tried(self, task: tuple[Picture, str]) -> bytes | None:
        """The same in another process; None where it fails, for whoever asked to paint it themselves and say why."""
        try:
            return self(task)
        except Exception:
            return None

    def _link(self, name: str) -> str:
        return f"{name}.svg" if name in self.beside else ""


def rendered(
    known: Sequence[Drawn], order: Order, picture: Callable[[Drawn], Picture], scheme: Scheme = AUTO, jobs: int = 1
) -> Iterator[tuple[Path, bytes]]:
    """Every file with what it is to hold; none where nothing is known. Of many, up to `jobs` processes paint.

    Raises UnknownNameError.
    """
    shown = [chosen(known, order.figure)] if known and (order.into_files or order.figure) else known
    painting = Painting(scheme, frozenset(drawn.name for drawn in shown if not order.into_files))
    tasks = [(picture(drawn), form) for drawn in shown for form in order.forms]
    painted: dict[int, bytes | None] = {}
    if jobs > 1 and sum(EFFORT[form] for _, form in tasks) >= ENOUGH:
        from archgen.pipeline.working import worked

        painted = dict(worked(painting.tried, tasks, jobs))
    paths = (order.path(drawn, form) for drawn in shown for form in order.forms)
    for number, (path, task) in enumerate(zip(paths, tasks, strict=True)):
        data = painted.get(number)
        yield path, painting(task) if data is None else data


def notes(known: Sequence[Drawn], order: Order, views: Views) -> Iterator[str]:
    """What is out of the ordinary about what was drawn: type that is too small, views that were left out."""
    shown = [chosen(known, order.figure)] if order.into_files or order.figure else known
    for drawn in shown:
        size = type_size(views.picture(drawn))
        if size < LEAST_TYPE:
            yield f'"{drawn.title}" is so wide that type is read at {size:.1f} px in a column of 728, and {LEAST_TYPE} are needed'
    others = [drawn for drawn in known if isinstance(drawn, Drawing) and drawn.trail]
    if order.into_files and others and not order.figure:
        yield f"this is the overview of {len(others) + 1} figures; -o FOLDER writes all of them, --view NAME another one"


def chosen(known: Sequence[Drawn], name: str | None) -> Drawn:
    """The figure of that name, or that shows the view of that name."""
    wanted = name or COMPONENTS
    for names in ([drawn.name for drawn in known], [view_name(drawn) for drawn in known]):
        if wanted in names:
            return known[names.index(wanted)]
    if name is None and (len(known) == 1 or known[0].name != COMPONENTS):
        return known[0]
    raise UnknownNameError("figure of this design", wanted, [drawn.name for drawn in known])


def view_name(drawn: Drawn) -> str:
    """What a figure shows of a design, as its title says it behind the name of that."""
    shown = drawn.trail[-1][1] if isinstance(drawn, Drawing) and drawn.trail else drawn.title.partition(": ")[2]
    return shown or drawn.title
