"""What is wrong with the waivers of a design: they match nothing, are past their date, or are of a rule that cannot be waived."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from archgen.dsl.readable import readable
from archgen.dsl.waiver import Waiver
from archgen.errors import nearest, suggestion
from archgen.linting.waivers import Acceptance
from archgen.model.catalogue import Shelf
from archgen.model.rule import Edit, Fact, Problem, Rule
from archgen.model.terms import Terms, past

# The rules by which the engine reports on waivers: their files hold the pages, the problems are found here.
MATCHES_NOTHING = "AG001"
UNKNOWN_RULE = "AG002"
PAST_ITS_DATE = "AG003"
LOCKED_RULE = "AG005"


def waiver_faults(
    accepting: Iterable[Acceptance], unused: Collection[Acceptance], ended: Collection[str], rules: Shelf[Rule], terms: Terms
) -> Iterator[tuple[str, Problem]]:
    """Each problem with the code of the rule that reports it; of one waiver, the first thing that is wrong.

    `ended` are the codes of the rules that ran and came to an end: of others it is not known whether their waivers are needed.
    """
    for one in accepting:
        waiver = one.waiver
        if not isinstance(waiver, Waiver):
            continue  # whether a waiver of the configuration is needed shows only when all of its designs were checked
        if one.rule is None:
            yield UNKNOWN_RULE, _unknown(waiver, rules)
        elif one.rule in terms.locked:
            yield LOCKED_RULE, _locked(waiver, one.rule, terms)
        elif past(waiver.until, terms.today):
            yield PAST_ITS_DATE, _past(waiver)
        elif one in unused and one.rule in ended:
            yield MATCHES_NOTHING, _unmatched(waiver)


def _unmatched(waiver: Waiver) -> Problem:
    return _problem(
        waiver,
        f"the waiver of {_meant(waiver)} matches no finding",
        Fact(f"{waiver.rule} finds nothing{_on(waiver)} in this design", waiver, "rule"),
        "remove the waiver, or correct its rule or subject",
    )


def _unknown(waiver: Waiver, rules: Shelf[Rule]) -> Problem:
    # Codes are in upper case and names in lower, whatever the waiver makes of it.
    name = waiver.rule.lower() if "-" in waiver.rule else waiver.rule.upper()
    problem = _problem(
        waiver,
        f'the design waives a rule "{waiver.rule}", which does not exist{suggestion(name, rules.names())}',
        Fact(f'no rule has the code or name "{waiver.rule}"', waiver, "rule"),
        "name the rule by its code or its name, as `archgen list rules` shows them",
    )
    near = nearest(name, sorted(rules.names()))
    return replace(problem, edits=[Edit(waiver, "rule", near[0])] if len(near) == 1 else (), unsafe=True)


def _past(waiver: Waiver) -> Problem:
    return _problem(
        waiver,
        f"the waiver of {_meant(waiver)} ended on {waiver.until}, and waives nothing since",
        Fact(f"its last day was {waiver.until}" + (f"; {waiver.owner} answers for it" if waiver.owner else ""), waiver, "until"),
        "mend what it was for and remove it, or agree on another last day and state that",
    )


def _locked(waiver: Waiver, code: str, terms: Terms) -> Problem:
    return _problem(
        waiver,
        f"the waiver of {_meant(waiver)} waives nothing: the rule is locked",
        Fact(f"{code} is locked ({terms.locked[code]})"),
        "mend what the rule finds and remove the waiver, or ask those who locked the rule",
    )


def _problem(waiver: Waiver, message: str, because: Fact, fix: str) -> Problem:
    return Problem(waiver, message, [because], fix, also=[waiver.subject] if waiver.subject else ())


def _meant(waiver: Waiver) -> str:
    return f"{waiver.rule}{_on(waiver)}"


def _on(waiver: Waiver) -> str:
    return f" on {readable(waiver.subject)}" if waiver.subject else ""
