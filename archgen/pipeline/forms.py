"""The forms of documents: which there are, and which files each goes into."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from archgen.errors import UnknownNameError, UsageError
from archgen.model.dossier import Dossier
from archgen.pipeline import documenting, mailing, printing
from archgen.pipeline.means import Means
from archgen.values import dataclass

if TYPE_CHECKING:
    from archgen.documents.mail import Mail

# The suffixes that a file of each form may have. Without a file, it is the design's name with the ending of ENDINGS.
SUFFIXES: Mapping[str, Sequence[str]] = {
    "html": (".html",),
    "markdown": (".md",),
    "email": (".eml", ".html"),
    "newsletter": (".html",),
    "pdf": (".pdf",),
}
ENDINGS: Mapping[str, str] = {
    "html": ".html",
    "markdown": ".md",
    "email": ".eml",
    "newsletter": "_newsletter.html",
    "pdf": ".pdf",
}
USUAL: Mapping[str, str] = {".html": "html", ".md": "markdown", ".eml": "email", ".pdf": "pdf"}
SENT = ("email", "newsletter")
# What forms that show no SVG of a page paint their figures from.
PAINTED = (*SENT, "pdf")

Files = Iterator[tuple[Path, bytes]]


@dataclass(frozen=True)
class Form:
    """What is wanted: a form, its file, None for one of the design's name, and where on the web figures are, if they are."""

    name: str = "html"
    target: Path | None = None
    at: str = ""

    def path(self, stem: str) -> Path:
        """The file of the document; `stem` is the design's."""
        return self.target or Path(f"{stem}{ENDINGS[self.name]}")


def wanted(name: str | None, target: Path | None, at: str | None) -> Form:
    """What options ask for. Raises UsageError or UnknownNameError for what does not go together."""
    if name is not None and name not in SUFFIXES:
        raise UnknownNameError("form of documents", name, SUFFIXES)
    if target and target.suffix not in USUAL:
        raise UsageError(f"a document is written as {_either([*USUAL])}, not as {target.suffix or target}")
    found = name or (USUAL[target.suffix] if target else "html")
    if target and target.suffix not in SUFFIXES[found]:
        raise UsageError(f"-f {found} is written as {_either(SUFFIXES[found])}, not as {target.suffix}")
    if at is not None and (found not in SENT or not at.startswith(("https://", "http://"))):
        raise UsageError("--figures-at URL says where on the web the figures of -f email or -f newsletter are, as https://...")
    return Form(found, target, at or "")


def files(dossier: Dossier, form: Form, stem: str, means: Means) -> Files:
    """Every file with what it is to hold, the document first. `means` is told what was left out."""
    return WRITERS[form.name](dossier, form, form.path(stem), means)


def _html(dossier: Dossier, form: Form, target: Path, means: Means) -> Files:
    yield target, documenting.html(dossier, means.scheme).encode()


def _markdown(dossier: Dossier, form: Form, target: Path, means: Means) -> Files:
    folder = _folder(target)
    links = {figure.name: f"{folder.name}/{figure.name}.svg" for figure in dossier.figures}
    yield target, documenting.markdown(dossier, links).encode()
    for figure in dossier.figures:
        yield folder / f"{figure.name}.svg", documenting.standalone(figure).encode()


def _pdf(dossier: Dossier, form: Form, target: Path, means: Means) -> Files:
    yield target, printing.pdf(dossier, means.scheme)


def _newsletter(dossier: Dossier, form: Form, target: Path, means: Means) -> Files:
    """Images within the page, unless they are on the web; in files too, for editors that take them only from there."""
    drawn = {figure.name: mailing.png(figure, means.scheme) for figure in dossier.figures}
    found = _found(form, target) if form.at else lambda figure: mailing.inline(drawn[figure.name])
    yield target, mailing.newsletter(dossier, found).encode()
    for figure in dossier.figures:
        yield _folder(target) / mailing.link(figure), drawn[figure.name]


def _email(dossier: Dossier, form: Form, target: Path, means: Means) -> Files:
    """A message has its figures in it, unless they are on the web; HTML has them in files beside it."""
    within = target.suffix == ".eml" and not form.at
    mail = mailing.mail(dossier, mailing.within(dossier) if within else _found(form, target), means.scheme)
    _tell(mail, means)
    if target.suffix == ".eml":
        yield target, mailing.message(dossier, mail, means.scheme, within=within)
    else:
        yield target, mail.html.encode()
    for figure in mailing.shown(dossier, mail.figures) if not within else ():
        yield _folder(target) / mailing.link(figure), mailing.png(figure, means.scheme)


def _tell(mail: "Mail", means: Means) -> None:
    if mail.left_out:
        means.note(
            f"mail readers cut off what is longer than {mail.limit // 1000} kB, so this is left out: {'; '.join(mail.left_out)}"
        )
    if mail.size > mail.limit:
        means.note(f"the mail still has {mail.size // 1000} kB without its figures, and readers such as Gmail will cut it off")


def _folder(target: Path) -> Path:
    return target.with_name(f"{target.stem}_figures")


def _found(form: Form, target: Path) -> mailing.Found:
    """Where images are: on the web, or in the folder beside the document."""
    before = form.at.rstrip("/") if form.at else quote(_folder(target).name)
    return lambda figure: f"{before}/{quote(mailing.link(figure))}"


def _either(several: Sequence[str]) -> str:
    return " or ".join(filter(None, (", ".join(several[:-1]), several[-1])))


WRITERS: Mapping[str, Callable[[Dossier, Form, Path, Means], Files]] = {
    "html": _html,
    "markdown": _markdown,
    "email": _email,
    "newsletter": _newsletter,
    "pdf": _pdf,
}
