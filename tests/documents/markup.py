"""What is dangerous in a page: read by the parser of the standard library, which forgives as browsers do."""

from html.parser import HTMLParser


class Markup(HTMLParser):
    """The tags, attributes and texts of a page."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.texts: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes.extend((name, value or "") for name, value in attrs)

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    @property
    def text(self) -> str:
        """Everything that a reader sees."""
        return "".join(self.texts)

    @property
    def dangers(self) -> list[str]:
        """Elements that run or fetch something, handlers of events, and links that run a script."""
        elements = [tag for tag in self.tags if tag in ("script", "iframe", "object", "embed", "form", "base", "img")]
        handlers = [name for name, _ in self.attributes if name.startswith("on")]
        styles = [value for name, value in self.attributes if name == "style" and not value.startswith("text-align:")]
        links = [value for name, value in self.attributes if name in ("href", "src") and not value.startswith(("#", "figures/"))]
        return [*elements, *handlers, *styles, *links]
