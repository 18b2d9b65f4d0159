"""archgen decide: walk decision trees with a design's requirements."""

from typing import TYPE_CHECKING

import click

from archgen.cli.terminal.options import as_json, format_option, no_exec_option, spec_argument

if TYPE_CHECKING:
    from archgen.model.decided import Decided


@click.command(short_help="Walk decision trees with a design's requirements.")
@spec_argument
@click.option("--tree", metavar="TREE", help="Walk this tree only; otherwise those the design names, or all.")
@format_option
@no_exec_option
def command(spec: str, tree: str | None, form: str, no_exec: bool) -> None:
    """Walk decision trees with a design's requirements. Where they do not say enough, the open question is asked.

    \b
    archgen decide examples/group_chat.yaml
    archgen decide examples/group_chat.py --tree client-protocol --format json
    """
    from archgen.pipeline.judging import decide
    from archgen.pipeline.reading import read

    design = read(spec, execute=not no_exec)
    decisions = decide(design, tree)
    if form == "json":
        plain = [_plain(decided) for decided in decisions]
        click.echo(as_json({"schema_version": 1, "design": design.name, "path": spec, "decisions": plain}))
    else:
        click.echo("\n\n".join(_text(decided) for decided in decisions))


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
