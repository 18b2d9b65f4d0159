"""Figures of a person's own: panels of any kind under one headline.

A design, a state machine or a decision tree within one is drawn as it is anywhere else.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from archgen import DecisionTree, Design, StateMachine
from archgen.diagrams import components, decisions, state_machines
from archgen.diagrams.notation.exchange import exchange
from archgen.diagrams.notation.graph import draw_graph
from archgen.figures import Content, Figure, Graph, Panel, Questions, Sequence, Walked
from archgen.plugin import Diagram, Drawing, Exchange, PanelPart, Panels, link, slug

# Panels that are drawn as something that is drawn elsewhere too; the others have layouts of their own.
DRAWN: Mapping[type[Panel], Callable[[Any], Drawing | Exchange]] = {
    Graph: draw_graph,
    Questions: decisions.draw_questions,
    Sequence: exchange,
    Walked: decisions.draw_walked,
}


def draw(figure: Figure) -> Iterator[Panels]:
    """The one figure."""
    parts = tuple(_explained_once(_part(panel) for panel in figure.panels))
    if len(parts) == 1 and not isinstance(figure.panels[0], Panel):
        # The headline says what a single design, machine or tree is.
        parts = (replace(parts[0], title=""),)
    told = (figure.subtitle, *(_told(part) for part in parts), figure.takeaway)
    description = " ".join(filter(None, told))
    yield Panels(slug(figure.title).replace("_", "-"), figure.title, description, parts, figure.subtitle, figure.takeaway)


def _part(panel: Content) -> PanelPart:
    match panel:
        case Panel():
            draw = DRAWN.get(type(panel))
            return PanelPart(draw(panel) if draw else panel, panel.title)
        case Design():
            return PanelPart(next(components.draw(link(panel))), panel.name)
        case StateMachine():
            return PanelPart(next(state_machines.draw(link(Design("States", [], behaviours=[panel])))), panel.name)
        case DecisionTree():
            return PanelPart(next(decisions.draw(panel)), panel.title)


def _explained_once(parts: Iterable[PanelPart]) -> Iterator[PanelPart]:
    """The parts, without the legend of a sequence where one before it says the same of its lines."""
    seen: set[object] = set()
    for part in parts:
        match part.content:
            case Exchange() as content if content.legend in seen:
                yield replace(part, content=replace(content, legend=()))
            case Exchange() as content:
                seen.add(content.legend)
                yield part
            case _:
                yield part


def _told(part: PanelPart) -> str:
    told = part.content.told() if isinstance(part.content, Panel) else part.content.description
    return f"{part.title}: {told}" if part.title else told


diagram = Diagram("Figures", Figure, draw)
