"""Decide by decision trees: with what a design requires, by answering questions, or both.

Of a design, the trees that it names are walked, or where it names none, those of which its requirements answer something. What
the requirements leave open is told; in a terminal, the questions of a TREE are asked one after the other.

    archgen decide examples/group_chat.yaml
    archgen decide real-time-protocol
    archgen decide rt-message-ordering --spec examples/group_chat.py --set collaborative=true
    archgen decide examples/group_chat.py --save docs/adr
"""

import sys
from argparse import ArgumentParser, Namespace

from archgen.cli.terminal.aside import aside, plainly
from archgen.cli.terminal.options import as_json, takes_format, takes_no_exec, takes_stdin_filename

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from archgen.dsl.decision_tree import Answer, Refused
    from archgen.dsl.requirements import Requirements
    from archgen.loading.own_library import OwnLibrary
    from archgen.model.decided import Decided
    from archgen.pipeline.reading import Read

ANYTHING = "archgen list trees"


def arguments(parser: ArgumentParser) -> None:
    """Take what to decide, and what is known."""
    parser.add_argument("spec", metavar="SPEC|TREE", help="the file of a design, - for one that is piped in; or a tree's name")
    parser.add_argument("--spec", dest="beside", metavar="SPEC", help="with a TREE: the design whose requirements answer it")
    parser.add_argument("--tree", metavar="TREE", help="with a SPEC: walk this tree only")
    stated = "suppose that a requirement is stated so; may be given several times"
    parser.add_argument("--set", dest="stated", metavar="NAME=VALUE", action="append", default=[], help=stated)
    parser.add_argument("--ask", action="store_true", help="ask what is open, even where the answers are piped in")
    save = "write a record of each decision into this folder, numbered, in the form of MADR; what is recorded is left as it is"
    parser.add_argument("--save", metavar="FOLDER", help=save)
    parser.add_argument("--date", metavar="DATE", default="", help="the date in new records, such as 2031-05-17 (default: none)")
    check = "with --save: write nothing, name the records that are missing, and exit with 1 if there are any"
    parser.add_argument("--check", action="store_true", help=check)
    takes_stdin_filename(parser)
    takes_no_exec(parser)
    takes_format(parser)


def run(options: Namespace) -> int:
    """Walk the trees, print each walk, and keep a record of it where that is asked for."""
    from archgen.cli.terminal.records import keep
    from archgen.pipeline.deciding import decisions, own_of, requirements
    from archgen.pipeline.own_entries import known_patterns, led_nowhere

    design, tree = _given(options)
    own = own_of(design, tree, execute=not options.no_exec)
    need = requirements(design, options.stated)
    decided = decisions(design, tree, need, own)
    for note in led_nowhere((one.tree for one in decided), known_patterns(own)):
        aside(note)
    if tree and _asks(options):
        decided = [_asked(one, need) for one in decided]
    if options.format == "json":
        known = {"design": design.name if design else None, "path": design.spec.path if design else None}
        print(as_json({"schema_version": 1, **known, "decisions": [_plain(one) for one in decided]}))
    else:
        print(plainly("\n\n".join((*(_text(one, need) for one in decided), *_left(decided, design, tree, own)))))
    return keep(decided, design, options, own) if options.save else 0


def _given(options: Namespace) -> "tuple[Read | None, str | None]":
    """The design and the tree that are meant. Raises UsageError, UnknownNameError or SpecError."""
    from pathlib import Path

    from archgen.cli.terminal.given import read_given
    from archgen.errors import UsageError
    from archgen.pipeline.deciding import is_tree

    if options.check and not options.save:
        raise UsageError("--check goes with --save FOLDER, the folder of the records")
    bare = options.spec != "-" and not Path(options.spec).suffix
    if Path(options.spec).exists() or not (bare or is_tree(options.spec)):
        if options.beside:
            raise UsageError(f"--spec goes with a tree, and {options.spec} is none; `{ANYTHING}` lists them")
        return read_given(options), options.tree
    if options.tree:
        raise UsageError(f"{options.spec} and --tree {options.tree} name a tree each; leave one of them out")
    tree, options.spec = options.spec, options.beside
    return (read_given(options) if options.spec else None), tree


def _asks(options: Namespace) -> bool:
    terminal = sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty()
    return bool(options.ask or (terminal and options.format == "text"))


def _asked(decided: "Decided", need: object) -> "Decided":
    from dataclasses import replace

    from archgen.cli.terminal.walking import walked
    from archgen.pipeline.deciding import why_asked

    def say(text: str) -> None:
        print(plainly(text), file=sys.stderr)

    say(f"{decided.tree.title}\n{decided.tree.claim}")
    walk = walked(decided.tree.value, need, why_asked, lambda: sys.stdin.readline() or None, say)  # type: ignore[arg-type]
    say("")
    return replace(decided, walk=walk)


def _text(decided: "Decided", known: "Requirements") -> str:
    from archgen.model.answering import needed

    refused = decided.tree.value.refused(decided.walk)
    lines = [
        decided.tree.title,
        *(f"  {answer.question} {answer.answer}{_so_not(answer, refused)}" for answer in decided.walk.answers),
    ]
    chosen, question = decided.walk.chosen, decided.walk.open
    if chosen:
        lines.append(f"  -> {chosen.pattern}: {chosen.reason}")
    if question:
        lines.append(f"  open: {question.question} ({', '.join(question.branches)})")
        lines.append(f"  to answer it, state: {' or '.join(needed(question, known))}")
    if decided.decision and decided.decision.choice:
        lines.append(f"  the design takes {decided.choice}" + (f": {decided.decision.reason}" if decided.decision.reason else ""))
    return "\n".join(lines)


def _so_not(answer: "Answer", refused: "Sequence[Refused]") -> str:
    """What the answer rules out."""
    gone = [one.pattern for one in refused if one.answer == answer]
    return f", so not {' or '.join(filter(None, (', '.join(gone[:-1]), gone[-1])))}" if gone else ""


def _left(decided: "Sequence[Decided]", design: "Read | None", tree: str | None, own: "OwnLibrary | None") -> "Sequence[str]":
    """The trees that a design which names none says nothing for."""
    from archgen.pipeline.deciding import untouched

    if tree or not design or design.spec.design.decisions:
        return []
    left = untouched(decided, own)
    told = f"The requirements of {design.name} answer no question of {', '.join(left)}." if left else ""
    return (
        [f"{told}\n`archgen decide {design.spec.path} --tree {left[0]}`, or another of these, tells what to state."]
        if left
        else []
    )


def _plain(decided: "Decided") -> dict[str, object]:
    chosen, question, said = decided.walk.chosen, decided.walk.open, decided.decision
    refused = decided.tree.value.refused(decided.walk)
    return {
        "tree": decided.tree.name,
        "title": decided.tree.title,
        "answers": [{"question": answer.question, "answer": answer.answer} for answer in decided.walk.answers],
        "advice": decided.advice,
        "because": chosen.reason if chosen else None,
        "refused": [{"pattern": one.pattern, "question": one.answer.question, "answer": one.answer.answer} for one in refused],
        "open": question and {"question": question.question, "answers": list(question.branches), "needs": list(question.needs)},
        "choice": decided.choice,
        "reason": said.reason if said else None,
        "departs": decided.departs,
    }
