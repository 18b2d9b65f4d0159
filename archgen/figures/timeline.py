"""Timelines: what happens when, to scale, on tracks below one another."""

import dataclasses

from archgen.dsl.appearance import Tone
from archgen.dsl.texts import Listed, Name, Text
from archgen.dsl.word import Word, word
from archgen.figures.chart import with_unit
from archgen.figures.panel import Panel

When = float


@word
class Span(Word):
    """Something that lasts."""

    start: When = dataclasses.field(kw_only=False)
    """When it begins, in the unit of the timeline."""
    end: When = dataclasses.field(kw_only=False)
    """When it ends."""
    text: Text = dataclasses.field(default="", kw_only=False)
    """What it is."""
    tone: Tone = "compute"
    """The family of its colour."""
    waiting: bool = False
    """Whether nothing is done meanwhile: then it is drawn hollow."""

    def __post_init__(self) -> None:
        Word.__post_init__(self)
        if self.end <= self.start:
            raise ValueError(f"a span ends after it begins; this one begins at {self.start:g} and ends at {self.end:g}")


@word
class Moment(Word):
    """Something that happens at once."""

    at: When = dataclasses.field(kw_only=False)
    """When, in the unit of the timeline."""
    text: Name = dataclasses.field(kw_only=False)
    """What it is."""
    tone: Tone = "neutral"
    """The family of its colour."""


@word
class Track(Word):
    """What one party does, or what happens to one thing."""

    name: Name = dataclasses.field(kw_only=False)
    """Whose track it is."""
    items: Listed[Span | Moment] = dataclasses.field(kw_only=False)
    """What happens on it; what overlaps in time is set below one another."""


@word
class Timeline(Panel):
    """Tracks over one scale of time, so that waits, windows and overlaps can be compared by eye."""

    tracks: Listed[Track] = dataclasses.field(kw_only=False)
    """The tracks, from the top down."""
    unit: Text = ""
    """What time is counted in, such as `ms`."""
    marks: Listed[Moment] = ()
    """Moments that matter to all tracks: a line across."""
    windows: Listed[Span] = ()
    """Times that matter to all tracks: a ground behind them."""

    def __post_init__(self) -> None:
        Panel.__post_init__(self)
        if not any(track.items for track in self.tracks):
            raise ValueError("a timeline needs at least one track with something on it")

    def told(self) -> str:
        """Every track from its beginning to its end."""
        tracks = (f"{track.name}: {', '.join(self._item(item) for item in track.items) or 'nothing'}." for track in self.tracks)
        marks = (f"{self._item(mark).capitalize()}." for mark in self.shared)
        return " ".join((*tracks, *marks))

    @property
    def shared(self) -> tuple[Span | Moment, ...]:
        """What matters to all tracks."""
        return (*self.marks, *self.windows)

    def _item(self, item: Span | Moment) -> str:
        if isinstance(item, Moment):
            return f"{item.text} at {with_unit(item.at, self.unit)}"
        what = item.text or ("waiting" if item.waiting else "busy")
        return f"{what} from {with_unit(item.start, self.unit)} to {with_unit(item.end, self.unit)}"
