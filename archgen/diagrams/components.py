"""Components and connections: what a system is made of, and what passes between its parts.

An arrow points the way things flow: from the caller to the called, but from a queue or topic to its consumer. A dashed line
is one that nobody waits at; pushes, copies kept in step and dead letters have lines of their own. A component that no connection
reaches hangs by what others state of it, such as where they keep something. Where one figure cannot hold it all, it is drawn as
an overview and a figure for each part of it.
"""

from collections.abc import Iterator

from archgen import Component, Group
from archgen.diagrams.notation.caption import caption, legend, sentence, style
from archgen.diagrams.notation.card import card, end_id, frame_id, group_tone, subtitle
from archgen.plugin import Architecture, Arrow, Diagram, Drawing, Frame, Mention, agreeing, kind, mentions


def draw(architecture: Architecture) -> Iterator[Drawing]:
    """One figure of the whole design; none where it has no components."""
    arrows = (*_arrows(architecture), *_mentioned(architecture))
    if architecture.all_components:
        yield Drawing(
            "components",
            f"{architecture.name}: components",
            describe(architecture),
            tuple(card(architecture, component) for component in architecture.components()),
            arrows,
            tuple(_frame(architecture, group) for group in architecture.groups),
            legend=legend(arrows),
            divisible=True,
        )


def describe(architecture: Architecture) -> str:
    """The figure in one paragraph, for those who do not see it."""
    return " ".join((_count(architecture), *_placed(architecture), *_flows(architecture)))


def _arrows(architecture: Architecture) -> Iterator[Arrow]:
    for connection in architecture.connections():
        ends = end_id(architecture, connection.origin), end_id(architecture, connection.destination)
        of, said = (architecture.id(connection),), sentence(connection)
        yield Arrow(*ends, caption(connection), style(connection), of=of, said=said)


def _mentioned(architecture: Architecture) -> Iterator[Arrow]:
    for one in mentions(architecture):
        ends, said = (end_id(architecture, one.source), end_id(architecture, one.target)), _told(one)
        yield Arrow(*ends, one.words, "dead_letter" if one.dead else "dashed", of=(" ".join((*ends, one.words)),), said=said)


def _frame(architecture: Architecture, group: Group) -> Frame:
    id, parent = end_id(architecture, group), frame_id(architecture, group.group)
    return Frame(id, group.name, parent, group_tone(architecture, group), group.boundary or "")


def _count(architecture: Architecture) -> str:
    components, connections = len(architecture.all_components), len(architecture.all_connections)
    first = f"{components} component{'' if components == 1 else 's'}"
    return f"{architecture.name} has {first} and {connections} connection{'' if connections == 1 else 's'}."


def _placed(architecture: Architecture) -> Iterator[str]:
    for group in (*architecture.groups, None):
        inside = [component for component in architecture.components() if component.group is group]
        if inside:
            place = f"In {group.name}" if group else "In no group" if architecture.groups else "Components"
            yield f"{place}: {', '.join(_introduced(component) for component in inside)}."


def _introduced(component: Component) -> str:
    facts = [kind(type(component)).replace("_", " "), subtitle(component)]
    return f"{component.name} ({', '.join(filter(None, facts))})"


def _flows(architecture: Architecture) -> Iterator[str]:
    yield from (sentence(connection) for connection in architecture.connections())
    yield from map(_told, mentions(architecture))


def _told(mention: Mention) -> str:
    leads = "hands over to" if mention.dead or mention.due else "is tied to"
    return f"{mention.source.name} {agreeing(mention.source.name, leads)} {mention.target.name} ({mention.words})."


diagram = Diagram("Components and connections", Architecture, draw)
