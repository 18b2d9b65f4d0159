"""Building a site into a folder: what has changed is made anew, what fails is told, and the folder is replaced as a whole.

This is what `archgen site build` runs, and what `archgen site serve` runs again and again.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from hashlib import sha256
from pathlib import Path

from archgen.errors import Fault
from archgen.loading.recorded import shipped_digest
from archgen.pipeline.means import ORDINARY, Means
from archgen.pipeline.site_order import SiteOrder
from archgen.pipeline.site_record import Record, Records
from archgen.pipeline.whole_folder import check_folder, digest, held, recover, replace_folder
from archgen.values import dataclass

Step = Callable[[str], None]
__all__ = ["SiteBuilt", "SiteOrder", "build_site"]


def unsaid(_: str) -> None:
    """Keep to oneself what is being done."""


@dataclass(frozen=True)
class SiteBuilt:
    """What became of it.

    `faults` are of pages that could not be built, or whose links lead nowhere; all others are in the folder. `changed` are the
    paths, from the folder on, of what is new, different or gone; `read` the files that the site was built from.
    """

    faults: Sequence[Fault]
    changed: Collection[str]
    read: Collection[str]
    pages: int
    figures: int
    size: int

    def __str__(self) -> str:
        figures = "1 figure" if self.figures == 1 else f"{self.figures} figures"
        return f"{self.pages} pages, {figures}, {self.size / 1e6:.1f} MB"


def build_site(
    order: SiteOrder,
    folder: Path,
    *,
    means: Means = ORDINARY,
    cache: Path | None = None,
    jobs: int | None = None,
    whole: bool = False,
    step: Step = unsaid,
) -> SiteBuilt:
    """Build into a folder, which archgen must have written before, or which is empty or not there: else UsageError.

    `cache` is a folder of what former builds made, None to make everything anew; `jobs` how many processes draw, by default one
    for each processor, and 0 for none but this one. With `whole`, a folder that holds a site stays as it is where any page fails.
    Raises ArchgenError where nothing can be built at all; then the folder is as
    it was.
    """
    recover(folder)
    check_folder(folder)
    before, code = held(folder), shipped_digest()
    records = Records(cache, folder) if cache else None
    told = _told(order, means, code)
    same = records.unchanged(told, before) if records and before else None
    if same:
        return _built((), (), same.reads, same.held, same.size)
    from archgen.pipeline.site_files import site_files

    made = site_files(order, means=means, cache=cache, jobs=jobs, step=step, code=code)
    after = {path: digest(data) for path, data in made.files.items()}
    changed = sorted(path for path in before.keys() | after.keys() if before.get(path) != after.get(path))
    if whole and made.faults and before:
        return _built(made.faults, (), made.reads, before, sum(map(len, made.files.values())))
    if changed:
        step("writing")
        replace_folder(folder, made.files)
    size = sum(map(len, made.files.values()))
    if records and made.lasting:
        records.keep(Record(told, made.reads, after, size))
    if made.problem:
        means.note(f"the next build will make everything again, as {made.problem}")
    return _built(made.faults, changed, made.reads, after, size)


def _told(order: SiteOrder, means: Means, code: str) -> str:
    """All that a site depends on besides files that are read for it."""
    told = (code, str(Path.cwd()), order, means.dot, means.engine, means.time_limit, means.scheme)
    return sha256(repr(told).encode(errors="surrogatepass")).hexdigest()


def _built(
    faults: Sequence[Fault], changed: Collection[str], reads: Collection[str], held: Mapping[str, str], size: int
) -> SiteBuilt:
    pages = sum(path.endswith(".html") for path in held)
    figures = sum(path.endswith(".svg") for path in held)
    return SiteBuilt(faults, changed, list(reads), pages, figures, size)
