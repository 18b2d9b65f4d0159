"""The files of a site: its units found or made, by as many processes as there are to be, and put together."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from archgen.errors import ConfigurationError, Fault, Position, SpecError, suggestion
from archgen.loading.recorded import Reads, recording, shipped_digest
from archgen.loading.text_file import read_bytes
from archgen.model.page import FamilyLeaf, Site
from archgen.pipeline.means import ORDINARY, Means
from archgen.pipeline.processors import processors
from archgen.pipeline.site_order import SiteOrder
from archgen.pipeline.site_pages import HOME, team_pages
from archgen.pipeline.site_specs import site_specs
from archgen.pipeline.site_units import Made, Unit, place_of, stand_in, units
from archgen.pipeline.working import worked
from archgen.pipeline.workshop import Workshop
from archgen.website.assemble import put_together
from archgen.website.prepared import Prepared, prepared

Step = Callable[[str], None]


@dataclass(frozen=True)
class SiteFiles:
    """The files of a site, by their paths from its root, and what it was made from.

    `faults` are of what could not be made, and of links that lead nowhere. `lasting` says that the same would be made of the same
    again: nothing failed, and there is nothing to be said of how anything was made.
    """

    files: Site
    faults: Sequence[Fault]
    reads: Reads
    lasting: bool
    problem: str = ""


def site_files(
    order: SiteOrder,
    *,
    means: Means = ORDINARY,
    cache: Path | None = None,
    jobs: int | None = None,
    step: Step = lambda _: None,
    code: str = "",
) -> SiteFiles:
    """Make a site. `jobs` processes make units, by default one for each processor; with 0 this one does. `code` is the state of
    archgen, if that is known.

    Raises ArchgenError for what keeps all of it from being made: a configuration, or that no design can be read.
    """
    with recording(ignored=str(cache or "")) as recorder:
        workshop = Workshop(order, means, cache, code or shipped_digest())
        step("reading the library")
        wanted = list(units(order, workshop.sources))
        workshop.content, workshop.fill  # noqa: B018 read once here, for all processes that are copies of this one
        made = _made(workshop, wanted, processors() if jobs is None else jobs, step)
        step("putting the pages together")
        faults = dict(_faults(wanted, made))
        _check(order, faults)
        files, broken = _together(workshop, wanted, made, faults)
        twice = team_pages(order.settings.pages).faults
    for note in (note for one in made for note in one.notes):
        means.note(note)
    _clear_out(workshop, wanted, made)
    reads = dict(recorder.reads())
    for one in made:
        reads.update(one.reads)
    every = [*dict.fromkeys(fault for those in faults.values() for fault in those), *twice, *broken, *_no_hero(order, made)]
    lasting = not every and not any(one.notes for one in made)
    return SiteFiles(files, every, reads, lasting, _problem(workshop))


def _made(workshop: Workshop, wanted: Sequence[Unit], jobs: int, step: Step) -> Sequence[Made]:
    """What there is of each unit, in their order."""
    found = [workshop.found(unit) for unit in wanted]
    missing = [number for number, made in enumerate(found) if made is None]
    results = worked(workshop.made, [wanted[number] for number in missing], jobs)
    for done, (place, made) in enumerate(results, start=1):
        unit = wanted[missing[place]]
        step(f"{done} of {len(missing)}: {unit}")
        ended = Fault(f"{unit}: the process that was to make it was ended, perhaps for want of memory", place_of(unit))
        found[missing[place]] = made or Made(faults=[ended])
    return [made for made in found if made]


def _faults(wanted: Sequence[Unit], made: Sequence[Made]) -> Iterator[tuple[Unit, Sequence[Fault]]]:
    """What failed, by the unit; a second design of one name fails too, as both would be the same page."""
    slugs: dict[str, str] = {}
    for unit, one in zip(wanted, made, strict=True):
        faults = one.faults
        if one.design and slugs.setdefault(one.design.slug, unit.name) != unit.name:
            other = slugs[one.design.slug]
            message = f'{other} has a design of that name too, "{one.design.name}"; a site needs one name each'
            faults = [Fault(message, Position(unit.name))]
        if faults:
            yield unit, faults


def _check(order: SiteOrder, faults: Mapping[Unit, Sequence[Fault]]) -> None:
    """A site without any of the designs that it is to show is not made: it would take the place of one with them."""
    failed = [unit for unit in faults if unit.section == "designs"]
    if failed and len(failed) == len(order.specs):
        raise SpecError(dict.fromkeys(fault for unit in failed for fault in faults[unit]))


def _no_hero(order: SiteOrder, made: Sequence[Made]) -> Iterator[Fault]:
    """That the configuration names a design for the home page which is none of those that it shows."""
    wanted, told = order.settings.hero, [one.design for one in made if one.design]
    if not wanted.value or any(wanted.value in (design.slug, design.name) for design in told):
        return
    with suppress(ConfigurationError):
        # A command line that names some of the designs may leave it out, and one that could not be made may be it.
        if len(told) == len(order.specs) and list(order.specs) == list(site_specs(order.settings)):
            near = suggestion(wanted.value, [design.name for design in told])
            yield Fault(f'hero: the site has no design "{wanted.value}"{near}', Position(wanted.origin))


def _together(
    workshop: Workshop, wanted: Sequence[Unit], made: Sequence[Made], failed: Mapping[Unit, Sequence[Fault]]
) -> tuple[Site, list[Fault]]:
    """The files, and what is wrong with links."""
    pages: list[Prepared] = []
    for unit, one in zip(wanted, made, strict=True):
        page = stand_in(unit, failed[unit], workshop.sources) if unit in failed else None
        pages += [] if unit in failed else one.pages
        pages += [prepared(page, {})] if page else []
    known = [(unit, one) for unit, one in zip(wanted, made, strict=True) if unit not in failed]
    content = replace(
        workshop.content,
        designs=[one.design for _, one in known if one.design],
        families={unit.name: one.family or FamilyLeaf("") for unit, one in known if unit.section == "families"},
        home=next((one.home for _, one in known if one.home), None),
        files={path: read_bytes(place) for _, one in known for path, place in one.files.items()},
    )
    whole = put_together(content, _in_order(pages), workshop.fill)
    written = {place.page.path: (unit, one) for unit, one in known if unit.section == "pages" for place in one.pages}
    written.update((HOME, (unit, one)) for unit, one in known if one.home)
    return whole.site, [Fault(fault, _place(path, fault, written)) for path, fault in whole.broken]


def _place(path: str, fault: str, written: Mapping[str, tuple[Unit, Made]]) -> Position:
    """Where a link stands that leads nowhere: on a page of the site, or where a page of the team was written."""
    if path not in written:
        return Position(path)
    unit, one = written[path]
    return Position(unit.name, next((line for link, line in one.lines.items() if fault.startswith(f'"{link}" ')), None))


def _in_order(pages: Sequence[Prepared]) -> Sequence[Prepared]:
    """As lists have them: texts, designs, patterns, trees, rules."""
    order = ("pages", "guide", "designs", "patterns", "trees", "rules")
    return sorted(pages, key=lambda one: order.index(one.page.section))


def _clear_out(workshop: Workshop, wanted: Collection[Unit], made: Sequence[Made]) -> None:
    """Delete what this build had no use for."""
    if workshop.kept and workshop.pictures:
        workshop.kept.clear_out(wanted)
        workshop.pictures.used.update(name for one in made for name in one.pictures)
        workshop.pictures.clear_out()


def _problem(workshop: Workshop) -> str:
    """Why nothing could be kept."""
    known = [workshop.kept.files.problem if workshop.kept else "", workshop.pictures.problem if workshop.pictures else ""]
    return next(filter(None, known), "")
