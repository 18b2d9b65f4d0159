"""Figures of a person's own: typed content, set into panels; where everything stands is archgen's work.

A file binds one: `figure = Figure("Where to keep a session", [Cards([Card("In a cookie"), Card("In a store")])])`.
"""

from archgen.figures.cards import Card, Cards
from archgen.figures.chart import Axis, Bar, BarChart, Callout, Highlight, LineChart, Piece, Series, Threshold
from archgen.figures.figure import Content, Figure
from archgen.figures.graph import Graph, Link, Node
from archgen.figures.panel import Panel
from archgen.figures.questions import Outcome, Question, Questions
from archgen.figures.ring import Ring, RingKey, RingNode
from archgen.figures.sequence import Active, Case, Message, Note, Participant, Sequence
from archgen.figures.table import Cell, Comparison
from archgen.figures.timeline import Moment, Span, Timeline, Track
from archgen.figures.walked import Walked

__all__ = [
    "Active",
    "Axis",
    "Bar",
    "BarChart",
    "Callout",
    "Card",
    "Cards",
    "Case",
    "Cell",
    "Comparison",
    "Content",
    "Figure",
    "Graph",
    "Highlight",
    "LineChart",
    "Link",
    "Message",
    "Moment",
    "Node",
    "Note",
    "Outcome",
    "Panel",
    "Participant",
    "Piece",
    "Question",
    "Questions",
    "Ring",
    "RingKey",
    "RingNode",
    "Sequence",
    "Series",
    "Span",
    "Threshold",
    "Timeline",
    "Track",
    "Walked",
]
