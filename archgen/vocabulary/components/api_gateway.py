"""The word `ApiGateway`."""

from typing import ClassVar, Literal

from archgen.dsl.appearance import Glyph, Tone
from archgen.dsl.quantities import Duration, Size
from archgen.dsl.texts import Listed
from archgen.dsl.word import word
from archgen.vocabulary.components.server import Server


@word
class ApiGateway(Server):
    """The one door to several services: it checks who comes, limits and routes."""

    glyph: ClassVar[Glyph] = Glyph.API
    tone: ClassVar[Tone] = "edge"

    idle_timeout: Duration | None = None
    """After how much silence it cuts a connection."""
    response_buffering: bool | None = None
    """Whether it collects a response before it passes it on."""
    routes_by: Listed[Literal["path", "header", "cookie", "host"]] | None = None
    """What of a request decides where it goes."""
    max_request: Size | None = None
    """The largest request that it lets in."""
