"""What archgen says of a design: its numbers, its findings, its decisions."""

from typing import TYPE_CHECKING

from archgen.model.decided import Decided
from archgen.model.estimate import Estimate
from archgen.model.report import Report
from archgen.pipeline.reading import Read
from archgen.pipeline.uncollected import uncollected

if TYPE_CHECKING:
    from archgen.configuring.settings import Settings


@uncollected()
def estimate(design: Read) -> Estimate:
    """Derive every number of a design."""
    from archgen.estimating.run import estimate as derive

    return derive(design.architecture)


@uncollected()
def likely(design: Read) -> Estimate:
    """Every number by what is likely alone, without what else it may be where a design leaves that open."""
    from archgen.estimating.run import likely as derive

    return derive(design.architecture)


@uncollected()
def lint(design: Read, numbers: Estimate | None = None, settings: "Settings | None" = None) -> Report:
    """Check a design, by default as the configuration that is nearest to it says. `numbers` are its estimate where that was made.

    No baseline is applied: what a system may keep is told all the same. Raises ConfigurationError, and SpecError where the design
    decides by what there is not.
    """
    from archgen.linting.run import lint as check
    from archgen.pipeline.decision_faults import check_decisions
    from archgen.pipeline.settling import settled

    on = settings or settled(design)
    check_decisions(design, on)
    estimated = numbers or estimate(design)
    return check(design.spec, design.architecture, estimated, on.rules, left_out=on.left_out, terms=on.terms)


def decide(design: Read, tree: str | None = None) -> list[Decided]:
    """Walk the trees that a design names, or the one given; where it names none, those that its requirements answer in part.

    Trees and patterns of a team's own count as those of archgen, by the configuration that is nearest to the design. Raises
    UnknownNameError for an unknown `tree`, SpecError where the design itself names one, ConfigurationError.
    """
    from archgen.pipeline.decision_faults import check_decisions
    from archgen.pipeline.own_entries import known_trees, with_own

    design = with_own(design)
    check_decisions(design)
    trees = known_trees(design.own)
    decisions = {decision.tree: decision for decision in design.spec.design.decisions}
    named = [tree] if tree else list(decisions)
    need = design.spec.design.requirements
    walked = [
        Decided(entry, entry.value.decide(need), decisions.get(entry.name)) for entry in map(trees.get, named or trees.names())
    ]
    return walked if named else [decided for decided in walked if decided.walk.answers]
