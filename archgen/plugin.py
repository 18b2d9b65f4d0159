"""Every further name that a rule, diagram, reporter, exporter or importer may use beside those of `archgen`."""

from archgen.dsl.naming import an, kind, slug, snake
from archgen.dsl.part import Part
from archgen.dsl.readable import named, number, readable
from archgen.dsl.shape import Attribute, Choice, Form, Inner, Plain, Reference, Several, first_positional, flattened, shape
from archgen.dsl.texts import UNSHOWN
from archgen.dsl.word import Word, attributes, is_abstract
from archgen.errors import Fault, Position, SpecError, offer, suggestion
from archgen.model.architecture import Architecture
from archgen.model.cached_read import cache_before, stores_behind
from archgen.model.client_path import PUSH, ClientPath, client_paths
from archgen.model.document import document
from archgen.model.drawing import Arrow, Box, Diagram, Drawing, Drawn, Frame, LegendEntry, Message, Sequence
from archgen.model.estimate import Derivation, Estimate, Quantity
from archgen.model.exchange import Exporter, Importer, Reporter
from archgen.model.ids import ids
from archgen.model.link import link
from archgen.model.positioned import Node, Reading, described
from archgen.model.refusal import refusals
from archgen.model.report import Crash, Finding, Report, Summary, Waived, summary
from archgen.model.rule import Fact, Problem, Rule, Severity, derived, stated
from archgen.model.spec import Places, Spec
from archgen.vocabulary import SORTS

__all__ = [
    "PUSH",
    "SORTS",
    "UNSHOWN",
    "Architecture",
    "Arrow",
    "Attribute",
    "Box",
    "Choice",
    "ClientPath",
    "Crash",
    "Derivation",
    "Diagram",
    "Drawing",
    "Drawn",
    "Estimate",
    "Exporter",
    "Fact",
    "Fault",
    "Finding",
    "Form",
    "Frame",
    "Importer",
    "Inner",
    "LegendEntry",
    "Message",
    "Node",
    "Part",
    "Places",
    "Plain",
    "Position",
    "Problem",
    "Quantity",
    "Reading",
    "Reference",
    "Report",
    "Reporter",
    "Rule",
    "Sequence",
    "Several",
    "Severity",
    "Spec",
    "SpecError",
    "Summary",
    "Waived",
    "Word",
    "an",
    "attributes",
    "cache_before",
    "client_paths",
    "derived",
    "described",
    "document",
    "first_positional",
    "flattened",
    "ids",
    "is_abstract",
    "kind",
    "link",
    "named",
    "number",
    "offer",
    "readable",
    "refusals",
    "shape",
    "slug",
    "snake",
    "stated",
    "stores_behind",
    "suggestion",
    "summary",
]
