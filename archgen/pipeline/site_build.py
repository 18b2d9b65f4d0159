"""Building a site into a folder: what has changed is made anew, what fails is told, and the folder is replaced as a whole.

This is what `archgen site build` runs, and what `archgen site serve` runs again and again.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import field
from pathlib import Path

from archgen.configuring.site_settings import SiteSettings
from archgen.errors import Fault
from archgen.pipeline.means import ORDINARY, Means
from archgen.values import dataclass

Step = Callable[[str], None]


def unsaid(_: str) -> None:
    """Keep to oneself what is being done."""


@dataclass(frozen=True)
class SiteOrder:
    """What is to be built: the designs of these files, what else the settings name, and where it will be published.

    `address` has a slash at its end; empty where nobody says it.
    """

    specs: Sequence[str]
    settings: SiteSettings = field(default_factory=SiteSettings)
    address: str = ""
    execute: bool = True


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
        return f"{self.pages} pages, {self.figures} figures, {self.size / 1e6:.1f} MB"


def build_site(
    order: SiteOrder,
    folder: Path,
    *,
    means: Means = ORDINARY,
    cache: Path | None = None,
    jobs: int | None = None,
    step: Step = unsaid,
) -> SiteBuilt:
    """Build into a folder, which archgen must have written before, or which is empty or not there: else UsageError.

    `cache` is a folder of what former builds made, None to make everything anew; `jobs` how many processes draw, by default one
    for each processor. Raises ArchgenError where nothing can be built at all; then the folder is as it was.
    """
    from archgen.pipeline.publishing import site
    from archgen.pipeline.reading import read_all
    from archgen.pipeline.whole_folder import check_folder, replace_folder

    check_folder(folder)
    built = site(read_all(order.specs, execute=order.execute), means=means, step=step, address=order.address)
    replace_folder(folder, built)
    pages = sum(path.endswith(".html") for path in built)
    figures = sum(path.endswith(".svg") for path in built)
    return SiteBuilt((), list(built), list(order.specs), pages, figures, sum(map(len, built.values())))
