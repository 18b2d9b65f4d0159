"""A component as a box: its name, its icon, and the facts that matter most about it."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from archgen import Client, Component, Glyph, Group, Service, Tone
from archgen.plugin import Architecture, Box, attributes, readable

SHOWN = 2
PLATFORMS: Mapping[str | None, Glyph] = {"web": Glyph.BROWSER, "mobile": Glyph.MOBILE, "desktop": Glyph.LAPTOP}


def card(architecture: Architecture, component: Component | Group) -> Box:
    """The box of a component, or of a group where it takes part as a whole. Its frame is that of its group."""
    if isinstance(component, Group):
        return Box(
            end_id(architecture, component), component.name, component.note or "", tone=group_tone(architecture, component)
        )
    return Box(
        architecture.id(component),
        component.name,
        subtitle(component),
        str(glyph(component)),
        component.tone,
        frame=frame_id(architecture, component.group),
    )


def frame_id(architecture: Architecture, group: Group | None) -> str | None:
    """The id of a group's frame, one that no component can have; None for no group."""
    return f"group:{architecture.id(group)}" if group else None


def end_id(architecture: Architecture, end: Component | Group) -> str:
    """What an arrow to or from it ends at: its box, or the frame of the group."""
    return architecture.id(end) if isinstance(end, Component) else f"group:{architecture.id(end)}"


def group_tone(architecture: Architecture, group: Group) -> Tone:
    """The colour that most of the group's own components have, else most of those in the groups within it."""
    within = architecture.members(group)
    own = [component for component in within if component.group is group]
    tones: Counter[Tone] = Counter(component.tone for component in own or within)
    return max(tones, key=lambda tone: tones[tone], default="neutral")


def subtitle(component: Component) -> str:
    """The component's note, else the first of its facts; empty where it states none."""
    return component.note or ", ".join(list(_facts(component))[:SHOWN])


def glyph(component: Component) -> Glyph:
    """The word's icon, but for a client's platform and for a service that holds its clients' connections."""
    match component:
        case Client():
            return PLATFORMS.get(component.platform, component.glyph)
        case Service() if component.max_connections or component.connection_state in ("light", "heavy"):
            return Glyph.PLUG
    return component.glyph


def _facts(component: Component) -> Iterator[str]:
    stated = attributes(component)
    return (phrase(stated[name]) for name, phrase in PHRASES.items() if name in stated)


def _counted(noun: str) -> Callable[[Any], str]:
    return lambda count: f"{readable(count)} {noun}" + ("" if count == 1 else "s")


# By attribute, whichever word has it, in the order of their weight.
PHRASES: Mapping[str, Callable[[Any], str]] = {
    "engine": readable,
    "devices": _counted("device"),
    "layer": lambda layer: f"layer {layer}",
    "algorithm": lambda algorithm: algorithm.replace("_", " "),
    "replicas": _counted("replica"),
    "nodes": _counted("node"),
    "ttl": lambda ttl: f"kept {readable(ttl)}",
    "retention": lambda retention: f"kept {readable(retention)}",
}
