"""The page of problems that people know: for each the patterns, the decisions and the designs of it that the site has."""

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from archgen.dsl.decision_tree import DecisionTree
from archgen.dsl.requirements import Requirements
from archgen.model.catalogue import Entry, family_title
from archgen.model.known_problem import KnownProblem
from archgen.model.page import Content, Page, Place
from archgen.website.addresses import SECTIONS, design_path, entry_path, family_path, index_path
from archgen.website.filling import Fill
from archgen.website.trees import walk_anchor

OF_EACH = 3
LEAD = "Systems that people know, and what they are built of: the patterns, the questions that lead to them, and whole designs."


@dataclass(frozen=True)
class Way:
    """A link of a problem: its text and where it leads. `said` is a rule's code, what a design is about, or the pattern that a
    decision comes to, and `then` the way there.
    """

    text: str
    path: str
    said: str = ""
    then: "Way | None" = None


@dataclass(frozen=True)
class Told:
    """A problem with everything of it that the site has."""

    problem: KnownProblem
    patterns: Sequence[Way]
    trees: Sequence[Way]
    designs: Sequence[Way]
    rules: Sequence[Way]


def problems_page(content: Content, families: Sequence[str], articles: Container[str], fill: Fill) -> Iterator[Page]:
    """The page of all of them; none where there are none. `families` have pages, and `articles` those of these titles."""
    path, title = index_path("problems"), SECTIONS["problems"]
    if content.problems:
        groups = list(_groups(content, families))
        body = fill("problems", path, title=title, lead=LEAD, groups=groups, articles=articles)
        yield Page(path, title, body, "problems", LEAD, places=[_place(problem) for problem in content.problems])


def problems_with(name: str, problems: Iterable[KnownProblem]) -> Sequence[KnownProblem]:
    """Those that take a pattern, or walk a decision tree."""
    return [problem for problem in problems if name in (*problem.uses, *problem.decides, *problem.decides.values())]


def well_known(problems: Iterable[KnownProblem]) -> Iterator[tuple[str, KnownProblem]]:
    """The names of some that most people know: of each family the first that have one, and a design."""
    counts = Counter[str]()
    for problem in problems:
        if problem.known_as and problem.designs and counts[problem.family] < OF_EACH:
            counts[problem.family] += 1
            yield problem.known_as[0], problem


def walked(entry: Entry[DecisionTree], problem: KnownProblem) -> str:
    """The anchor of the way that the problem takes down a tree; empty where its page tells no such way."""
    try:
        walk = entry.value.decide(Requirements(**problem.requirements))  # type: ignore[arg-type]  # read as in a design
    except ValueError:
        return ""
    return walk_anchor(entry, walk) if walk.chosen else ""


def _place(problem: KnownProblem) -> Place:
    names = f": {', '.join(problem.known_as)}" if problem.known_as else ""
    return Place(problem.id, f"{problem.title}{names}", problem.says)


def _groups(content: Content, families: Sequence[str]) -> Iterator[tuple[str, str, str, Sequence[Told]]]:
    """Title, anchor, and page if there is one, of each family, and its problems."""
    known, trees = _ways(content), {leaf.entry.name: leaf.entry for leaf in content.trees}
    for family in dict.fromkeys(problem.family for problem in content.problems):
        told = [_told(problem, known, trees) for problem in content.problems if problem.family == family]
        page = family_path(family) if family in families else ""
        yield family_title(family), family.replace("_", "-"), page, told


def _ways(content: Content) -> Mapping[str, Way]:
    """The way to each pattern, tree, rule and design, by its name; designs have a section before theirs."""
    ways = {leaf.entry.name: Way(leaf.entry.title, entry_path("patterns", leaf.entry)) for leaf in content.patterns}
    ways |= {leaf.entry.name: Way(leaf.entry.title, entry_path("trees", leaf.entry)) for leaf in content.trees}
    for rule in content.rules:
        ways[rule.entry.name] = Way(rule.entry.title, entry_path("rules", rule.entry), rule.entry.code)
    for design in content.designs:
        ways[f"designs/{design.slug}"] = Way(design.name, design_path(design), design.told.summary)
    return ways


def _told(problem: KnownProblem, known: Mapping[str, Way], trees: Mapping[str, Entry[DecisionTree]]) -> Told:
    ends = [(known[tree], walked(trees[tree], problem), pattern) for tree, pattern in problem.decides.items() if tree in trees]
    named = [
        known[name] for name in dict.fromkeys((*problem.uses, *problem.decides.values(), *problem.shown_by)) if name in known
    ]
    return Told(
        problem,
        patterns=[way for way in named if not way.said],
        trees=[Way(tree.text, tree.path + anchor, pattern, known.get(pattern)) for tree, anchor, pattern in ends],
        designs=[known[f"designs/{name}"] for name in problem.designs if f"designs/{name}" in known],
        rules=[way for way in named if way.said],
    )
