"""Findings cleared by their edits: made in drafts of the files, which are read and judged again before anything is written."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from os.path import realpath
from typing import Generic, Protocol, TypeVar

from archgen.dsl.word import Word
from archgen.errors import SpecError
from archgen.fixing.brought import brought, cleared
from archgen.fixing.edited import Files
from archgen.fixing.splices import CLASH, Refusal, with_ends_of
from archgen.loading.drafts import Drafts, text_of
from archgen.loading.piped import Piped, drafts_of
from archgen.loading.text_file import read_bytes
from archgen.model.report import Finding, Report
from archgen.pipeline.reading import Read

# One edit can make room for another; in a row, no design needs as many.
ROUNDS = 20
BOM = "\ufeff"
Reading = Callable[[Drafts], Sequence[Read]]
Step = Callable[[str], None]
# The path of a design, and something found in it.
Target = tuple[str, Finding]


@dataclass(frozen=True)
class Change:
    """A file as it is and as it would be."""

    path: str
    before: bytes
    after: bytes


class Judged(Protocol):
    """Anything that holds reports on designs."""

    @property
    def reports(self) -> Sequence[Report]:
        """What was found."""


J = TypeVar("J", bound=Judged)


@dataclass(frozen=True)
class Fixed(Generic[J]):
    """What is left when all edits are made that can be: `made` findings are cleared by them, `unsafe` ones could be too.

    `verdict` is on the designs as they would be then; `reports` are its reports, with why other edits could not be made.
    """

    verdict: J
    reports: Sequence[Report]
    changes: Sequence[Change]
    made: int
    unsafe: int


@dataclass(frozen=True)
class _State(Generic[J]):
    """Designs as they are with some drafts, and what is found in them."""

    drafts: Drafts
    designs: Sequence[Read]
    verdict: J
    piped: Piped | None = None

    @property
    def reports(self) -> Sequence[Report]:
        """What is found."""
        return self.verdict.reports

    @cached_property
    def paths(self) -> Mapping[str, str]:
        """The absolute path of each file, by the name that it has in messages; a file of several names goes by the first."""
        named = {
            place.path: realpath(place.path) for design in self.designs for place in design.spec.places.values() if place.path
        }
        first = {real: name for name, real in reversed(named.items())}
        return {first[real]: real for real in named.values()}

    @cached_property
    def files(self) -> Files:
        """The files that the designs were read from."""
        name_of = {real: name for name, real in self.paths.items()}
        written = [(word, place) for design in self.designs for (word, name), place in design.spec.places.items() if name is None]
        places = {word: replace(place, path=name_of[realpath(place.path)]) for word, place in written if place.path}
        only = name_of.get(self.piped.place, self.piped.path) if self.piped else None
        return Files(places, lambda name: text_of(name, self.drafts), only)

    def findings(self) -> Iterator[Target]:
        """Every finding that has edits, with the path of its design."""
        return ((report.path, finding) for report in self.reports for finding in report.findings if finding.edits)


class _Fixing(Generic[J]):
    """Makes edits until none is left that can be made. `refused` is why the others of the last round cannot be."""

    def __init__(
        self, read: Reading, judge: Callable[[Sequence[Read]], J], *, piped: Piped | None, unsafe: bool, step: Step
    ) -> None:
        self.read, self.judge, self.piped, self.unsafe, self.step = read, judge, piped, unsafe, step
        self.refused: dict[Target, str] = {}

    def run(self) -> Fixed[J]:
        """Edits of each round are made to what the round before has left."""
        first = now = self._state(drafts_of(self.piped))
        made = 0
        for number in range(1, ROUNDS + 1):
            self.step(f"fixing, round {number}")
            self.refused = {}
            kept, now = self._kept(now, list(self._makeable(now)))
            made += len(kept)
            if not kept:
                break
        offered = 0 if self.unsafe else sum(_fits(now.files, finding) for _, finding in now.findings() if finding.unsafe)
        reports = [_explained(report, self.refused) for report in now.reports]
        return Fixed(now.verdict, reports, [*_changes(first, now)], made, offered)

    def _state(self, drafts: Drafts) -> _State[J]:
        designs = self.read(drafts)
        return _State(drafts, designs, self.judge(designs), self.piped)

    def _makeable(self, state: _State[J]) -> Iterator[Target]:
        """The findings whose edits can be made in the files; of two that edit the same differently, the first."""
        stated: dict[tuple[Word, str], object] = {}
        for path, finding in state.findings():
            if finding.unsafe and not self.unsafe:
                continue
            refusal = state.files.refused(finding.edits)
            if refusal:
                self.refused[path, finding] = refusal.reason
            elif all(stated.setdefault((edit.part, edit.attribute), edit.value) == edit.value for edit in finding.edits):
                yield path, finding

    def _kept(self, state: _State[J], targets: Sequence[Target]) -> tuple[Sequence[Target], _State[J]]:
        """As many as can be made together, found by halves, and what that comes to."""
        kept: list[Target] = []
        now, waiting = state, [targets] if targets else []
        while waiting:
            group = waiting.pop(0)
            tried = self._tried(state, [*kept, *group])
            if isinstance(tried, _State):
                kept, now = [*kept, *group], tried
            elif len(group) > 1:
                waiting[:0] = [group[: len(group) // 2], group[len(group) // 2 :]]
            elif tried is not CLASH:
                self.refused[group[0]] = tried.reason
        return kept, now

    def _tried(self, before: _State[J], targets: Sequence[Target]) -> _State[J] | Refusal:
        """What the designs are with the edits of these findings; or why these are not to be made."""
        texts = before.files.edited([edit for _, finding in targets for edit in finding.edits])
        if isinstance(texts, Refusal):
            return texts
        drafts = {**before.drafts, **{before.paths[name]: text for name, text in texts.items()}}
        try:
            after = self._state(drafts)
        except SpecError as problem:
            return Refusal(f"the design could not be read then: {problem.faults[0].message}")
        new = brought(before.reports, after.reports)
        if new:
            return Refusal(f"that would bring {new}")
        if all(cleared(before.reports, after.reports, path, finding) for path, finding in targets):
            return after
        return Refusal("it would be found all the same")


def fix(
    read: Reading,
    judge: Callable[[Sequence[Read]], J],
    *,
    piped: Piped | None = None,
    unsafe: bool = False,
    step: Step = lambda _: None,
) -> Fixed[J]:
    """Make the safe edits of all findings, and with `unsafe` the others too, as far as they bring no new finding.

    `read` gives the designs as they are with drafts in place of some files, `judge` what is found in them. Where one is piped
    in, nothing else is changed. Nothing is written.
    """
    return _Fixing(read, judge, piped=piped, unsafe=unsafe, step=step).run()


def fixable(designs: Sequence[Read], verdict: Judged, piped: Piped | None = None) -> tuple[int, int]:
    """How many findings have edits that can be made in the files, or in what is piped in: safe ones, and others."""
    state = _State(drafts_of(piped), designs, verdict, piped)
    unsafe = [finding.unsafe for _, finding in state.findings() if _fits(state.files, finding)]
    return unsafe.count(False), unsafe.count(True)


def _fits(files: Files, finding: Finding) -> bool:
    return files.refused(finding.edits) is None


def _explained(report: Report, refused: Mapping[Target, str]) -> Report:
    """The report, each finding with why its edits could not be made."""
    return replace(report, findings=[replace(one, unmade=refused.get((report.path, one), "")) for one in report.findings])


def _changes(first: _State[J], last: _State[J]) -> Iterator[Change]:
    """The files that are not as they were, each with the ends of lines that it had."""
    for name, real in first.paths.items():
        if real in last.drafts:
            before = first.piped.data if first.piped and first.piped.place == real else read_bytes(name)
            text = before.decode()
            mark = BOM if text.startswith(BOM) else ""
            after = (mark + with_ends_of(text.removeprefix(BOM), last.drafts[real])).encode()
            if after != before:
                yield Change(name, before, after)
