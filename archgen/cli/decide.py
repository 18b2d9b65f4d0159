"""Walk decision trees with a design's requirements.

Where the requirements do not say enough, the open question is asked.

    archgen decide examples/group_chat.yaml
    archgen decide examples/group_chat.py --tree client-protocol --format json
"""

from argparse import ArgumentParser, Namespace

from archgen.cli.terminal.given import read_given
from archgen.cli.terminal.options import as_json, takes_format, takes_spec

TYPE_CHECKING = False
if TYPE_CHECKING:
    from archgen.model.decided import Decided


def arguments(parser: ArgumentParser) -> None:
    """Take the design and the tree."""
    takes_spec(parser)
    parser.add_argument("--tree", metavar="TREE", help="walk this tree only; without it, those the design names, or all")
    takes_format(parser)


def run(options: Namespace) -> None:
    """Walk the trees and print each walk."""
    from archgen.pipeline.judging import decide

    design = read_given(options)
    decisions = decide(design, options.tree)
    if options.format == "json":
        plain = [_plain(decided) for decided in decisions]
        print(as_json({"schema_version": 1, "design": design.name, "path": design.spec.path, "decisions": plain}))
    else:
        print("\n\n".join(_text(decided) for decided in decisions))


def _text(decided: "Decided") -> str:
    lines = [decided.tree.title, *(f"  {answer.question} {answer.answer}" for answer in decided.walk.answers)]
    chosen, question = decided.walk.chosen, decided.walk.open
    if chosen:
        lines.append(f"  -> {chosen.pattern}: {chosen.reason}")
    if question:
        lines.append(f"  open: {question.question} ({', '.join(question.branches)})")
        lines.append(f"  to answer it, state: {' or '.join(question.needs)}")
    if decided.decision and decided.decision.choice:
        lines.append(f"  the design takes {decided.choice}" + (f": {decided.decision.reason}" if decided.decision.reason else ""))
    return "\n".join(lines)


def _plain(decided: "Decided") -> dict[str, object]:
    chosen, question, said = decided.walk.chosen, decided.walk.open, decided.decision
    return {
        "tree": decided.tree.name,
        "title": decided.tree.title,
        "answers": [{"question": answer.question, "answer": answer.answer} for answer in decided.walk.answers],
        "advice": decided.advice,
        "because": chosen.reason if chosen else None,
        "open": question and {"question": question.question, "answers": list(question.branches), "needs": list(question.needs)},
        "choice": decided.choice,
        "reason": said.reason if said else None,
        "departs": decided.departs,
    }
