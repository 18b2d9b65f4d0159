from archgen import Ask, Choose, DecisionTree
from archgen.explaining.trees import tree_lines, tree_page
from archgen.model.catalogue import Entry
from archgen.model.explanation import Related

LATER = Ask(
    "Does anybody ask for the answer later?",
    lambda need: None,
    {"yes": Choose("poll", "it is cheap"), "no": Choose("queue", "nobody waits")},
    [],
)
TREE = DecisionTree(
    "How to ask?", Ask("At once?", lambda need: None, {"yes": Choose("call", "it is quick"), "no": LATER}, ["latency_budget"])
)


def test_a_tree_is_told_whole() -> None:
    assert list(tree_lines(TREE)) == [
        "At once? [latency_budget]",
        "├─ yes: call, it is quick",
        "└─ no: Does anybody ask for the answer later?",
        "   ├─ yes: poll, it is cheap",
        "   └─ no: queue, nobody waits",
    ]


def test_lines_of_a_tree_are_as_wide_as_they_may_be() -> None:
    assert list(tree_lines(TREE, 30)) == [
        "At once? [latency_budget]",
        "├─ yes: call, it is quick",
        "└─ no: Does anybody ask for",
        "      the answer later?",
        "   ├─ yes: poll, it is cheap",
        "   └─ no: queue, nobody waits",
    ]


def test_a_tree_leads_to_patterns() -> None:
    entry = Entry("how-to-ask", "scaling_reads", "How to ask?", "Ask how soon.\n\n## How it decides\n\nBy time.", TREE)
    page = tree_page(entry, [Related("pattern", "call", "call", "Plain call")])
    assert page.startswith(
        "- Title: How to ask?\n- Family: Scaling reads (`scaling_reads`)\n\nAsk how soon.\n\n## The tree\n\n```text\nAt once?"
    )
    assert page.endswith("By time.\n\n## Where it leads\n\n- `call` (pattern): Plain call")
