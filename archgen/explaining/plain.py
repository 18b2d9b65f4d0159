"""Explanations as plain data, for programs."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict

from archgen.dsl.decision_tree import Ask, Choose, DecisionTree
from archgen.dsl.pattern import Pattern
from archgen.explaining.patterns import step_line
from archgen.model.catalogue import retired
from archgen.model.explanation import Explanation, Related, Shown
from archgen.model.met import met
from archgen.model.report import Finding

Plain = Mapping[str, object]


def rule_data(explained: Explanation) -> Plain:
    """All that is told of a rule beside its page."""
    return {
        "severity": explained.entry.value.severity.value,
        "formerly": list(retired(explained.entry)),
        "flagged": _shown(explained.flagged),
        "accepted": _shown(explained.accepted),
        "findings": [_finding(finding) for finding in explained.findings],
        "severities": [severity.value for severity in explained.severities],
        "asks": explained.asks,
        "evidence": [_listed(asdict(one)) for one in explained.evidence],
        "options": [asdict(one) for one in explained.options],
        "configured": asdict(explained.configured) if explained.configured else None,
        "waivers": [asdict(one) for one in explained.waivers],
        "milder": asdict(explained.milder),
        "related": _related(explained.related),
    }


def pattern_data(pattern: Pattern, text: str, related: Sequence[Related]) -> Plain:
    """All that is told of a pattern beside its page; `text` is its structure in YAML."""
    return {
        "use_when": list(pattern.use_when),
        "avoid_when": list(pattern.avoid_when),
        "requires": [{"text": need.text, "met_by": list(met(need))} for need in pattern.requires],
        "steps": [step_line(step) for step in pattern.walkthrough],
        "trade_offs": [asdict(one) for one in pattern.trade_offs],
        "yaml": text,
        "related": _related(related),
    }


def tree_data(tree: DecisionTree, related: Sequence[Related]) -> Plain:
    """The whole tree, and where it leads."""
    return {"tree": _node(tree.root), "related": _related(related)}


def _node(node: Ask | Choose) -> Plain:
    if isinstance(node, Choose):
        return {"pattern": node.pattern, "reason": node.reason}
    branches = {answer: _node(inner) for answer, inner in node.branches.items()}
    return {"question": node.question, "needs": list(node.needs), "branches": branches}


def _shown(shown: Shown | None) -> Plain | None:
    if shown is None:
        return None
    return {"path": shown.path, "yaml": shown.text, "differing": list(shown.differing), "states": list(shown.states)}


def _finding(finding: Finding) -> Plain:
    return {
        "severity": finding.severity.value,
        "location": str(finding.location) if finding.location else None,
        "message": finding.message,
        "because": list(finding.because),
        "fix": finding.fix,
        "subjects": list(finding.subjects),
        "asks": finding.asks,
        "fixable": ("unsafe" if finding.unsafe else "safe") if finding.edits else None,
    }


def _related(related: Sequence[Related]) -> list[Plain]:
    return [asdict(one) for one in related]


def _listed(data: Mapping[str, object]) -> Plain:
    return {name: list(value) if isinstance(value, tuple) else value for name, value in data.items()}
