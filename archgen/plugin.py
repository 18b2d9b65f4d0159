"""Every further name that a rule, diagram, reporter, exporter or importer may use beside those of `archgen`."""

from archgen.dsl.component import kind, slug
from archgen.dsl.readable import named, number, readable
from archgen.dsl.texts import UNSHOWN
from archgen.dsl.word import Word, attributes
from archgen.errors import Fault, Position, SpecError, suggestion
from archgen.model.architecture import Architecture
from archgen.model.cached_read import cache_before, stores_behind
from archgen.model.client_path import PUSH, ClientPath, client_paths
from archgen.model.drawing import Arrow, Box, Diagram, Drawing, Drawn, Frame, LegendEntry, Message, Sequence
from archgen.model.estimate import Derivation, Estimate, Quantity
from archgen.model.exchange import Exporter, Importer, Reporter
from archgen.model.ids import ids
from archgen.model.link import link
from archgen.model.positioned import Node, Reading
from archgen.model.refusal import refusals
from archgen.model.report import Crash, Finding, Report, Summary, Waived, summary
from archgen.model.rule import Fact, Problem, Rule, Severity, derived, stated
from archgen.model.spec import Places, Spec

__all__ = [
    "PUSH",
    "UNSHOWN",
    "Architecture",
    "Arrow",
    "Box",
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
    "Frame",
    "Importer",
    "LegendEntry",
    "Message",
    "Node",
    "Places",
    "Position",
    "Problem",
    "Quantity",
    "Reading",
    "Report",
    "Reporter",
    "Rule",
    "Sequence",
    "Severity",
    "Spec",
    "SpecError",
    "Summary",
    "Waived",
    "Word",
    "attributes",
    "cache_before",
    "client_paths",
    "derived",
    "ids",
    "kind",
    "link",
    "named",
    "number",
    "readable",
    "refusals",
    "slug",
    "stated",
    "stores_behind",
    "suggestion",
    "summary",
]
