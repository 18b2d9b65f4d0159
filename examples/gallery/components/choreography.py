"""The same order, led by events and led by one who knows the way."""

from archgen import Glyph
from archgen.figures import Figure, Graph, Link, Node

EVENTS = Graph(
    [
        Node("Orders", glyph=Glyph.SERVER, tone="compute"),
        Node("Stock", glyph=Glyph.SERVER, tone="compute"),
        Node("Payment", glyph=Glyph.SERVER, tone="compute"),
        Node("Shipping", glyph=Glyph.SERVER, tone="compute"),
    ],
    [
        Link("Orders", "Stock", "order placed", dashed=True),
        Link("Stock", "Payment", "stock reserved", dashed=True),
        Link("Payment", "Shipping", "paid", dashed=True),
        Link("Payment", "Stock", "refused", dashed=True, back=True),
    ],
    title="Choreography: each hears the one before",
)
LED = Graph(
    [
        Node("Order saga", "knows every step, keeps the state", glyph=Glyph.WORKFLOW, tone="messaging"),
        Node("Stock", glyph=Glyph.SERVER, tone="compute"),
        Node("Payment", glyph=Glyph.SERVER, tone="compute"),
        Node("Shipping", glyph=Glyph.SERVER, tone="compute"),
    ],
    [
        Link("Order saga", "Stock", "1. reserve"),
        Link("Order saga", "Payment", "2. charge"),
        Link("Order saga", "Shipping", "3. ship"),
    ],
    title="Orchestration: one leads",
)

figure = Figure(
    "Who knows the order of the steps?",
    [EVENTS, LED],
    takeaway="With three steps nobody minds. With eight, somebody must be able to say where an order is.",
)
