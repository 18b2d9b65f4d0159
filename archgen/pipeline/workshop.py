"""Where the units of a site are made, one by one, in this process or in others."""

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property, partial
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any

from archgen.errors import ArchgenError, ConfigurationError, Fault, Position, SpecError
from archgen.loading.recorded import forget_modules, recording
from archgen.loading.shipped import shipped
from archgen.loading.watched import CONFIGURATIONS
from archgen.model.dossier import Figure
from archgen.model.page import Content, Page
from archgen.pipeline.made_cache import MadeCache
from archgen.pipeline.means import Means
from archgen.pipeline.own_entries import led_nowhere
from archgen.pipeline.picture_cache import PictureCache
from archgen.pipeline.publishing import design_leaf, family_leaf, listed, pattern_leaf, rule_leaf, tree_leaf
from archgen.pipeline.site_order import SiteOrder
from archgen.pipeline.site_pages import team_pages
from archgen.pipeline.site_units import Made, Unit, entry_of, place_of
from archgen.pipeline.sources import Sources, sources
from archgen.svg.themes import Scheme
from archgen.website.addresses import named_paths
from archgen.website.filling import Fill, filling
from archgen.website.pages import design_page, entry_page, guide_pages, rule_page, source_pages
from archgen.website.prepared import prepared

if TYPE_CHECKING:
    from archgen.layout.engines import EngineName


class Workshop:
    """Makes units of an order. It can be sent to other processes, where it reads for itself what it needs."""

    def __init__(self, order: SiteOrder, means: Means, cache: Path | None, code: str) -> None:
        self.order, self.cache, self.code, self.process = order, cache, code, os.getpid()
        self.by: tuple[str | None, EngineName | None, float, Scheme] = (means.dot, means.engine, means.time_limit, means.scheme)

    def __reduce__(self) -> tuple[Any, ...]:
        return _workshop, (self.order, self.by, self.cache, self.code)

    @cached_property
    def sources(self) -> Sources:
        """What the site is made of besides its designs. Raises ConfigurationError."""
        return sources(self.order.settings, execute=self.order.execute)

    @cached_property
    def content(self) -> Content:
        """What every page may know of the others."""
        return listed(self.sources, Means(*self.by), self.order.address)

    @cached_property
    def paths(self) -> Mapping[str, str]:
        """Where a text that mentions something leads."""
        return named_paths(self.content)

    @cached_property
    def fill(self) -> Fill:
        """What fills templates in."""
        return filling(shipped("templates"))

    @cached_property
    def kept(self) -> MadeCache | None:
        """What former builds made."""
        return MadeCache(self.cache, self._told(), self._told_of) if self.cache else None

    @cached_property
    def pictures(self) -> PictureCache | None:
        """The pictures of former builds."""
        return PictureCache(self.cache) if self.cache else None

    def found(self, unit: Unit) -> Made | None:
        """What a former build made of a unit, where all that it was made from is as it was."""
        return self.kept.found(unit) if self.kept else None

    def made(self, unit: Unit) -> Made:
        """Make a unit; what goes wrong is told in what comes back. It is kept where there is nothing to tell of it."""
        if self.process != os.getpid():  # a copy, whose modules were read when the first process did so
            self.process = os.getpid()
            forget_modules()
        notes: list[str] = []
        means = Means(*self.by, notes.append, self.pictures)
        if self.pictures:
            self.pictures.used.clear()
        specs, ignored = self._specs(unit), str(self.cache or "")
        with recording(specs[0] if specs else "", _watched(specs), ignored) as recorder:
            made = self._attempt(unit, means)
        pictures = self.pictures.used if self.pictures else ()
        whole = replace(made, notes=notes, reads=recorder.reads(), pictures=sorted(pictures))
        if self.kept and not whole.faults and not notes:
            self.kept.keep(unit, whole)
        return whole

    def _attempt(self, unit: Unit, means: Means) -> Made:
        try:
            return self._anew(unit, means)
        except (SpecError, ConfigurationError) as problem:
            return Made(faults=problem.faults)
        except Exception as problem:
            return Made(faults=[_fault(unit, problem)])

    def _anew(self, unit: Unit, means: Means) -> Made:
        from archgen.pipeline.documenting import drawn_figures

        draw = partial(drawn_figures, means=means)
        if unit.section == "families":
            return Made(family=family_leaf(unit.name, self.sources, draw))
        if unit.section == "designs":
            from archgen.pipeline.reading import read

            design = replace(read(unit.name, execute=self.order.execute), own=self.sources.own)
            leaf = design_leaf(design, means, lambda _: None)
            pages = [design_page(leaf, self.content, self.fill), *source_pages(leaf, self.fill)]
            return Made([prepared(page, self.paths) for page in pages], leaf.told)
        if unit.section == "guide":
            from archgen.pipeline.guides import guide

            return Made([prepared(page, self.paths) for page in guide_pages(guide(Path(unit.name)))])
        if unit.section == "pages":
            return self._own_page(Path(unit.name), means)
        if unit.section == "trees":
            for note in led_nowhere([entry_of(unit, self.sources)], self.sources.patterns):
                means.note(note)
        return Made([prepared(self._page(unit, draw), self.paths)])

    def _own_page(self, file: Path, means: Means) -> Made:
        from archgen.pipeline.own_pages import own_page
        from archgen.pipeline.page_figures import Draws
        from archgen.pipeline.site_pages import HOME, page_of

        named = self.order.settings.pages
        draws = Draws(means, Path(self.order.settings.folder), self.order.execute)
        own = own_page(file, Path(named.path if named else ""), draws)
        if own.path == HOME:
            return Made(home=own, files=own.files, lines=own.lines)
        return Made([prepared(page_of(own), self.paths)], files=own.files, lines=own.lines)

    def _specs(self, unit: Unit) -> Sequence[str]:
        """The designs that a unit is made of."""
        from archgen.pipeline.page_figures import specs_of

        if unit.section != "pages":
            return [unit.name] if unit.section == "designs" else []
        file = Path(unit.name)
        return (
            list(specs_of(file.read_text("utf-8", "replace"), file, Path(self.order.settings.folder))) if file.is_file() else []
        )

    def _page(self, unit: Unit, draw: "partial[Iterator[Figure]]") -> Page:
        entry = entry_of(unit, self.sources)
        if unit.section == "rules":
            return rule_page(rule_leaf(entry, self.sources, draw), self.content, self.fill)
        leaf = pattern_leaf(entry, draw) if unit.section == "patterns" else tree_leaf(entry, self.sources, draw)
        return entry_page(unit.section, leaf, self.content, self.fill)

    def _told(self) -> str:
        """All that any unit depends on besides its own files: archgen, what figures wear, and what is listed."""
        entries = [
            (leaf.entry.name, leaf.entry.title, leaf.entry.family, leaf.entry.code, getattr(leaf.entry.value, "see", ()))
            for leaf in (*self.content.patterns, *self.content.trees, *self.content.rules)
        ]
        retired = [entry.value.formerly for entry in self.sources.rules]
        order = (self.order.execute, self.order.settings, self.order.address)
        return _digest((self.code, self.by, order, entries, retired, self.content.problems))

    def _told_of(self, unit: Unit) -> str:
        """What a unit depends on besides: what is the team's own, where it may be made of that."""
        if unit.section == "pages":
            return self._beside
        if unit.section in ("designs", "families") or (unit.section != "guide" and entry_of(unit, self.sources).path):
            return self._own
        return ""

    @cached_property
    def _beside(self) -> str:
        """What lies beside pages, so that it is known what leads nowhere."""
        return _digest(team_pages(self.order.settings.pages).beside)

    @cached_property
    def _own(self) -> str:
        return _digest(_own_files(self.sources))


def _digest(told: object) -> str:
    return blake2b(repr(told).encode(errors="surrogatepass"), digest_size=16).hexdigest()


def _workshop(order: SiteOrder, by: tuple[Any, ...], cache: Path | None, code: str) -> Workshop:
    return Workshop(order, Means(*by), cache, code)


def _own_files(known: Sources) -> list[str]:
    """What is not archgen's, with the modules that lie beside it."""
    from archgen.loading.recorded import state

    entries = [entry for shelf in (known.patterns, known.trees, known.rules, known.figures) for entry in shelf if entry.path]
    folders = {Path(named.path) for named in (*known.settings.patterns, *known.settings.trees)}
    folders |= {Path(entry.path).parent for entry in entries}
    modules = (path.as_posix() for folder in folders for path in folder.rglob("*.py"))
    return [f"{path} {state(path)}" for path in sorted({*known.own.files, *(entry.path for entry in entries), *modules})]


def _watched(specs: Sequence[str]) -> list[str]:
    """What counts for designs in any case, be it there or not: configurations, and how figures are arranged."""
    folders = {Path(os.path.abspath(spec)).parent for spec in specs}  # noqa: PTH100 a link is not followed: its own place counts
    return [str(place / name) for folder in folders for place in (folder, *folder.parents) for name in CONFIGURATIONS]


def _fault(unit: Unit, problem: Exception) -> Fault:
    """What kept a page from being made, and for what nobody foresaw, where in the code that was."""
    if isinstance(problem, ArchgenError):
        return Fault(f"{unit}: {problem}" if place_of(unit) is None else str(problem), place_of(unit))
    if os.environ.get("ARCHGEN_TRACEBACK"):
        import traceback

        traceback.print_exception(problem)
    trace = problem.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    where = Position(trace.tb_frame.f_code.co_filename, trace.tb_lineno) if trace else place_of(unit)
    return Fault(f"{unit} cannot be made, {type(problem).__name__}: {problem}", where)
