"""Figures of a person's own: panels of any kind under one headline.

A design, a state machine or a decision tree within one is drawn as it is anywhere else.
"""

from collections.abc import Iterator
from dataclasses import replace

from archgen import DecisionTree, Design, StateMachine
from archgen.diagrams import components, decisions, state_machines
from archgen.diagrams.notation.exchange import exchange
from archgen.diagrams.notation.graph import draw_graph
from archgen.figures import Content, Figure, Graph, Panel, Sequence, Walked
from archgen.plugin import Diagram, PanelPart, Panels, link, slug


def draw(figure: Figure) -> Iterator[Panels]:
    """The one figure."""
    parts = tuple(_untitled(_part(panel), figure.title) for panel in figure.panels)
    told = (figure.subtitle, *(_told(part) for part in parts), figure.takeaway)
    description = " ".join(filter(None, told))
    yield Panels(slug(figure.title).replace("_", "-"), figure.title, description, parts, figure.subtitle, figure.takeaway)


def _part(panel: Content) -> PanelPart:
    match panel:
        case Sequence():
            return PanelPart(exchange(panel), panel.title)
        case Graph():
            return PanelPart(draw_graph(panel), panel.title)
        case Walked():
            return PanelPart(decisions.draw_walked(panel), panel.title)
        case Panel():
            return PanelPart(panel, panel.title)
        case Design():
            return PanelPart(next(components.draw(link(panel))), panel.name)
        case StateMachine():
            return PanelPart(next(state_machines.draw(link(Design("States", [], behaviours=[panel])))), panel.name)
        case DecisionTree():
            return PanelPart(next(decisions.draw(panel)), panel.title)


def _untitled(part: PanelPart, headline: str) -> PanelPart:
    """The panel without a title where the headline says the same."""
    return replace(part, title="") if part.title == headline else part


def _told(part: PanelPart) -> str:
    told = part.content.told() if isinstance(part.content, Panel) else part.content.description
    return f"{part.title}: {told}" if part.title else told


diagram = Diagram("Figures", Figure, draw)
