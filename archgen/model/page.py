"""What a static site is made from, its pages, and the site itself."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, Literal, TypeVar

from archgen.dsl.decision_tree import DecisionTree
from archgen.dsl.pattern import Pattern
from archgen.model.catalogue import Entry
from archgen.model.design_counts import counts, sorts_of_words
from archgen.model.dossier import Dossier, Figure
from archgen.model.explanation import Explanation
from archgen.model.known_number import NumberGroup
from archgen.model.known_problem import KnownProblem
from archgen.model.own_page import OwnPage
from archgen.model.part_leaf import PartLeaf, WalkLeaf
from archgen.model.put_to_use import put_to_use
from archgen.model.rule import Rule

T = TypeVar("T")
Section = Literal["home", "pages", "guide", "problems", "designs", "patterns", "trees", "rules", "families", "numbers"]
# What a site is called, and shows as its mark, where nobody says otherwise.
TITLE, LOGO = "archgen", "logo.svg"
# Path within the site to the bytes of the file.
Site = Mapping[str, bytes]


@dataclass(frozen=True)
class Leaf(Generic[T]):
    """A pattern or a decision tree for the site: its page typeset as HTML, its figures, the components that they draw, and its
    walkthroughs step by step.
    """

    entry: Entry[T]
    html: str
    figures: tuple[Figure, ...] = ()
    walks: tuple[WalkLeaf, ...] = ()
    parts: tuple[PartLeaf, ...] = ()


@dataclass(frozen=True, eq=False)
class RuleLeaf:
    """A rule for the site: its page typeset, all that is told of it besides, figures of a design that it flags and of one that
    it accepts, and the components that these draw.
    """

    explained: Explanation
    html: str
    flagged: Figure | None = None
    accepted: Figure | None = None
    parts: tuple[PartLeaf, ...] = ()

    @property
    def entry(self) -> Entry[Rule]:
        """The rule."""
        return self.explained.entry


@dataclass(frozen=True)
class Source:
    """A design as text: what it is called, its language, and the text."""

    title: str
    language: str
    text: str


@dataclass(frozen=True, eq=False)
class DesignLeaf:
    """A design for the site: `html` is its document, typeset as a fragment with its figures in place.

    `parts` tell of its components one by one, `walks` of its walkthroughs step by step: what its figures lead to.
    `sources` are its specification, and the same in other forms.
    """

    name: str
    slug: str
    dossier: Dossier
    html: str
    parts: Sequence[PartLeaf] = ()
    walks: Sequence[WalkLeaf] = ()
    sources: Sequence[Source] = ()

    @property
    def told(self) -> "DesignTold":
        """What other pages know of it."""
        summary = self.dossier.architecture.design.summary or ""
        figure, facts = next(iter(self.dossier.views), None), tuple(counts(self.dossier))
        takes = tuple(dict.fromkeys(put_to_use(self.dossier)))
        return DesignTold(self.name, self.slug, summary, figure, facts, sorts_of_words(self.dossier), takes)


@dataclass(frozen=True)
class DesignTold:
    """A design as other pages know it: what they may say of it. `figure` is the first that shows the design as a whole.

    `facts` say how large it is and what was found in it, `sorts` how many different words of the language it states. `takes` are
    the names of the patterns that it puts to use, and of the decisions that it walks.
    """

    name: str
    slug: str
    summary: str = ""
    figure: Figure | None = None
    facts: tuple[str, ...] = ()
    sorts: int = 0
    takes: tuple[str, ...] = ()

    @property
    def told(self) -> "DesignTold":
        """Itself."""
        return self


@dataclass(frozen=True)
class Listed(Generic[T]):
    """An entry as other pages know it."""

    entry: Entry[T]


@dataclass(frozen=True)
class Guide:
    """A hand-written page, typeset. `name` is the stem of its file, such as `10-getting-started`; the number orders the pages."""

    name: str
    html: str
    figures: tuple[Figure, ...] = ()

    @property
    def slug(self) -> str:
        """Its name without the number that orders it."""
        return guide_slug(self.name)


@dataclass(frozen=True)
class FamilyLeaf:
    """A family for the site: its article or page, typeset with its figures in place, and these figures."""

    html: str
    figures: tuple[Figure, ...] = ()


@dataclass(frozen=True, eq=False)
class Content:
    """Everything that a site is assembled from.

    `families` maps a family's id to what is told of it. `assets` are files of `assets/`, style sheets and scripts among them.
    `typeface` is a style sheet that holds the typeface of figures and pages. `address` is where the site is published, with a
    slash at its end, and `updated` the day of its last change as YYYY-MM-DD; empty where nobody says it. `hero` is the name of
    the design that the home page shows. `words` maps words of the language, by class and by kind, to where they are told.
    `title` is what the site is called, `description` what it is about, and `logo` its mark among the assets. `home` is what a
    team says on its home page, instead of what archgen says of itself. `files` are further ones, by their paths.

    What is only told or listed has its page made elsewhere.
    """

    designs: Sequence[DesignLeaf | DesignTold] = ()
    patterns: Sequence[Leaf[Pattern]] = ()
    trees: Sequence[Leaf[DecisionTree]] = ()
    rules: Sequence[RuleLeaf | Listed[Rule]] = ()
    guides: Sequence[Guide] = ()
    problems: Sequence[KnownProblem] = ()
    numbers: Sequence[NumberGroup] = ()
    families: Mapping[str, FamilyLeaf] = field(default_factory=dict)
    assets: Mapping[str, bytes] = field(default_factory=dict)
    typeface: str = ""
    address: str = ""
    updated: str = ""
    hero: str = ""
    words: Mapping[str, str] = field(default_factory=dict)
    title: str = TITLE
    description: str = ""
    logo: str = LOGO
    home: OwnPage | None = None
    files: Mapping[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True)
class Place:
    """A part of a page that is found by itself: the anchor it stands at, what it is called, and what it is about.

    `words` are others that it is looked for by.
    """

    anchor: str
    title: str
    lead: str = ""
    words: str = ""


@dataclass(frozen=True)
class Page:
    """A page of the site. `path` is where it stands, `body` is HTML, `lead` a sentence that says what it is about.

    `code` is a rule's; `group` is the family or other heading that it stands under in lists. `figures` are written beside it,
    path to SVG. `places` are parts of it that the search finds. `above` is the path of the page that it belongs to, if it is the
    further page of one.
    """

    path: str
    title: str
    body: str
    section: Section
    lead: str = ""
    code: str = ""
    group: str = ""
    figures: Mapping[str, str] = field(default_factory=dict)
    places: Sequence[Place] = ()
    above: str = ""


def guide_slug(name: str) -> str:
    """The name of a hand-written page without the number that orders it.

    >>> guide_slug("10-getting-started")
    'getting-started'
    """
    return name.lstrip("0123456789").lstrip("-") or name


def guide_figure_links(name: str, figures: Iterable[Figure]) -> Mapping[str, str]:
    """Where a hand-written page, itself at `guide/<slug>.html`, finds each of its figures: name to relative link."""
    return {figure.name: f"../figures/guide/{guide_slug(name)}/{figure.name}.svg" for figure in figures}


def family_figure_links(family: str, figures: Iterable[Figure]) -> Mapping[str, str]:
    """Where the page of a family, itself at `families/<family>.html`, finds each of its figures: name to relative link."""
    return {figure.name: f"../figures/families/{family.replace('_', '-')}/{figure.name}.svg" for figure in figures}


def figure_links(slug: str, figures: Iterable[Figure]) -> Mapping[str, str]:
    """Where the document of a design, itself at `designs/<slug>.html`, finds each of its figures: name to relative link."""
    return {figure.name: f"../figures/designs/{slug}/{figure.name}.svg" for figure in figures}
