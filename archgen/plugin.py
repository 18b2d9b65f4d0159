"""Every further name that a rule, diagram, reporter, exporter or importer may use beside those of `archgen`."""

from archgen.dsl.counts import Count, Factor, Share, Whole
from archgen.dsl.humanised import humanised
from archgen.dsl.naming import an, kind, slug, snake
from archgen.dsl.part import Part
from archgen.dsl.quantities import Duration, parse_count, parse_duration, parse_rate, parse_size
from archgen.dsl.readable import named, number, readable
from archgen.dsl.shape import Attribute, Choice, Form, Inner, Plain, Reference, Several, first_positional, flattened, shape
from archgen.dsl.texts import UNSHOWN
from archgen.dsl.units import Measure, measures
from archgen.dsl.word import Word, attributes, is_abstract
from archgen.errors import Fault, Position, SpecError, offer, suggestion
from archgen.model.architecture import Architecture
from archgen.model.cached_read import cache_before, stores_behind
from archgen.model.catalogue import Entry
from archgen.model.client_path import PUSH, ClientPath, client_paths
from archgen.model.core_schema import core_scalar
from archgen.model.document import base_unit, document
from archgen.model.drawing import Arrow, Box, Case, Diagram, Drawing, Drawn, Frame, LegendEntry, Message, Sequence
from archgen.model.estimate import Derivation, Estimate, Quantity
from archgen.model.exchange import Exporter, Importer, Manner, Reporter
from archgen.model.figure_names import figure_names
from archgen.model.ids import ids, natural_ids
from archgen.model.link import link
from archgen.model.own_words import OwnWord, in_the_language
from archgen.model.positioned import Node, Reading, described
from archgen.model.python_literals import quoted as python_quoted
from archgen.model.python_literals import split as python_split
from archgen.model.python_literals import width as python_width
from archgen.model.python_quantity import making as python_quantity
from archgen.model.referred import referred
from archgen.model.refusal import refusals
from archgen.model.report import Crash, Finding, Report, Stale, Summary, Waived, rule_page, summary
from archgen.model.rule import Edit, Fact, Problem, Rule, Severity, derived, stated
from archgen.model.spec import Places, Spec
from archgen.model.told import Passed, Told, told
from archgen.model.yaml_quantity import written as yaml_quantity
from archgen.model.yaml_scalar import scalar as yaml_scalar
from archgen.vocabulary import SORTS

__all__ = [
    "PUSH",
    "SORTS",
    "UNSHOWN",
    "Architecture",
    "Arrow",
    "Attribute",
    "Box",
    "Case",
    "Choice",
    "ClientPath",
    "Count",
    "Crash",
    "Derivation",
    "Diagram",
    "Drawing",
    "Drawn",
    "Duration",
    "Edit",
    "Entry",
    "Estimate",
    "Exporter",
    "Fact",
    "Factor",
    "Fault",
    "Finding",
    "Form",
    "Frame",
    "Importer",
    "Inner",
    "LegendEntry",
    "Manner",
    "Measure",
    "Message",
    "Node",
    "OwnWord",
    "Part",
    "Passed",
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
    "Share",
    "Spec",
    "SpecError",
    "Stale",
    "Summary",
    "Told",
    "Waived",
    "Whole",
    "Word",
    "an",
    "attributes",
    "base_unit",
    "cache_before",
    "client_paths",
    "core_scalar",
    "derived",
    "described",
    "document",
    "figure_names",
    "first_positional",
    "flattened",
    "humanised",
    "ids",
    "in_the_language",
    "is_abstract",
    "kind",
    "link",
    "measures",
    "named",
    "natural_ids",
    "number",
    "offer",
    "parse_count",
    "parse_duration",
    "parse_rate",
    "parse_size",
    "python_quantity",
    "python_quoted",
    "python_split",
    "python_width",
    "readable",
    "referred",
    "refusals",
    "rule_page",
    "shape",
    "slug",
    "snake",
    "stated",
    "stores_behind",
    "suggestion",
    "summary",
    "told",
    "yaml_quantity",
    "yaml_scalar",
]
