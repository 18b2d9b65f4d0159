"""A component as a box: its name, its icon, and the facts that matter most about it."""

from collections import Counter
from collections.abc import Iterator, Mapping
from inspect import get_annotations

from archgen import Client, Component, Glyph, Group, Service, Tone
from archgen.diagrams.notation.phrases import PHRASES
from archgen.plugin import Architecture, Box, attributes, humanised, kind, readable

SHOWN = 2
TECHNOLOGY = ("engine", "technology", "provider")
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
        kind=kind_in_words(component),
        owner=component.owner or "",
    )


def kind_in_words(component: Component) -> str:
    """Which word it is, as it stands in a sentence: abbreviations in capitals, nothing else."""
    words = humanised(kind(type(component)))
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]


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
    """The component's note, else what it is made with and the first of its facts; empty where it states none."""
    made = [text for name, text in _facts(component) if name in TECHNOLOGY]
    others = [text for name, text in _facts(component) if name not in TECHNOLOGY]
    return component.note or ", ".join([*made[:1], *others[:SHOWN]])


def glyph(component: Component) -> Glyph:
    """The word's icon, but for a client's platform and for a service that holds its clients' connections."""
    match component:
        case Client():
            return PLATFORMS.get(component.platform, component.glyph)
        case Service() if component.max_connections or component.connection_state in ("light", "heavy"):
            return Glyph.PLUG
    return component.glyph


def _facts(component: Component) -> Iterator[tuple[str, str]]:
    """What is stated of it as few words, by attribute; first what its word says that its card is to show."""
    stated = attributes(component)
    own = [name for name in type(component).facts if stated.get(name)]
    known = [name for name in PHRASES if name not in own and stated.get(name) and _is_of_the_language(component, name)]
    for name in (*own, *known):
        said = PHRASES[name](stated[name]) if name in PHRASES else f"{name.replace('_', ' ')} {readable(stated[name])}"
        if said:
            yield name, said


def _is_of_the_language(component: Component, attribute: str) -> bool:
    """An author's own word may mean something else by the same name."""
    owner = next(cls for cls in type(component).__mro__ if attribute in get_annotations(cls))
    return owner.__module__.partition(".")[0] == Component.__module__.partition(".")[0]
