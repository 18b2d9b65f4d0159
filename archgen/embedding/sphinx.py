"""An extension for Sphinx: a directive that embeds a figure of a design.

extensions = ["archgen.embedding.sphinx"]

.. archgen-figure:: designs/shop.yaml
   :focus: gateway

   What is around the gateway
"""

from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Final

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util import docname_join, logging
from sphinx.util.docutils import SphinxDirective

from archgen import __version__
from archgen.configuring.places import relative
from archgen.embedding.drawing import Drawer, Undrawn
from archgen.embedding.figure_html import SHEET, fault, file_name, image, in_the_page, style_sheet
from archgen.errors import ArchgenError
from archgen.pipeline.asked import INLINE, KEYS, Asked, asked
from archgen.pipeline.embedded import alt_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

LOG: Final = logging.getLogger(__name__)
# Themes whose pages follow their readers into the dark; those of all others are light.
DARK_THEMES: Final = (
    "furo",
    "pydata_sphinx_theme",
    "sphinx_book_theme",
    "shibuya",
    "sphinx_immaterial",
    "piccolo_theme",
    "lutra",
)
DRAWER: Final = Drawer()


class archgen_figure(nodes.General, nodes.Element):  # noqa: N801 docutils finds what writes a node by this name
    """A figure of a design. `asked` is what the page asks for; each writer draws the form that it can show."""


class archgen_fault(nodes.General, nodes.Element):  # noqa: N801 as above
    """What is wrong with a figure."""


class FigureDirective(SphinxDirective):
    """`.. archgen-figure:: path`, with the options of a figure; what stands below it is its caption."""

    required_arguments = 1
    final_argument_whitespace = True
    has_content = True
    option_spec: ClassVar[dict[str, Any]] = {
        **dict.fromkeys(KEYS, lambda text: text or ""),
        "name": directives.unchanged,
        "class": directives.class_option,
    }

    def run(self) -> list[nodes.Node]:
        """The figure, or what is wrong with it: that is a warning of Sphinx's, with the line of the page."""
        try:
            wanted = self._asked()
            self._depend_on(DRAWER.figure(wanted.wanted, form=wanted.form).files)
        except ArchgenError as problem:
            self._depend_on(problem.files if isinstance(problem, Undrawn) else ())
            LOG.warning("%s", problem, location=self.get_location(), type="archgen", subtype="figure")
            return [archgen_fault("", message=str(problem))]
        return [self._framed(wanted)]

    def _asked(self) -> Asked:
        options = {key: text for key, text in self.options.items() if key in KEYS}
        _, path = self.env.relfn2path(self.arguments[0])
        self.env.note_dependency(path)
        return asked(relative(Path(path)), options, theme=_theme(self.config), form=self.config.archgen_figures)

    def _depend_on(self, files: Sequence[str]) -> None:
        for path in files:
            self.env.note_dependency(path)

    def _framed(self, wanted: Asked) -> nodes.Node:
        page = docname_join(self.env.docname, wanted.link.removesuffix(".rst").removesuffix(".md")) if wanted.link else ""
        inner = archgen_figure("", asked=wanted, page=page if page in self.env.found_docs else "")
        figure = nodes.figure("", inner, classes=["archgen-figure", *self.options.get("class", [])])
        self.set_source_info(figure)
        caption = self._caption(wanted)
        if caption is not None:
            figure += caption
        self.add_name(figure)
        return figure

    def _caption(self, wanted: Asked) -> nodes.caption | None:
        """The caption as it is written below the directive, with all that may be in a line of the page."""
        text = " ".join(line.strip() for line in self.content).strip() or wanted.caption
        if not text:
            return None
        inline, messages = self.parse_inline(text)
        return nodes.caption(text, "", *inline, *messages)


def _theme(config: Any) -> str | None:
    """What figures wear where a page does not say."""
    if config.archgen_theme:
        return str(config.archgen_theme)
    return None if config.html_theme in DARK_THEMES else "light"


def _html(writer: Any, node: archgen_figure) -> None:
    """In the page, or as a file beside it, which it leads to where the page does not say."""
    wanted, builder = node["asked"], writer.builder
    figure = DRAWER.figure(wanted.wanted, form=wanted.form)
    link = builder.get_relative_uri(builder.current_docname, node["page"]) if node["page"] else wanted.link
    if wanted.form == INLINE:
        taken = builder.__dict__.setdefault("archgen_taken", {}).setdefault(builder.current_docname, set())
        shown = in_the_page(figure.svg, taken)
    else:
        name = file_name(figure.svg, figure.name)
        _write(Path(builder.outdir) / builder.imagedir / name, figure.svg.encode())
        address = f"{builder.imgpath}/{name}"
        shown, link = image(figure, address), link or address
    writer.body.append(f'<a href="{escape(link)}">{shown}</a>' if link else shown)
    raise nodes.SkipNode


def _latex(writer: Any, node: archgen_figure) -> None:
    """As PDF, in which text stays text."""
    figure = DRAWER.figure(node["asked"].wanted, form="pdf")
    name = file_name(figure.svg, figure.name, "pdf")
    _write(Path(writer.builder.outdir) / name, figure.others["pdf"])
    writer.body.append(rf"\noindent\sphinxincludegraphics{{{name}}}")
    raise nodes.SkipNode


def _text(writer: Any, node: archgen_figure) -> None:
    """What it shows, in words."""
    writer.new_state()
    writer.add_text(f"[{alt_of(DRAWER.figure(node['asked'].wanted))}]")
    writer.end_state()
    raise nodes.SkipNode


def _plain(writer: Any, node: archgen_figure) -> None:
    writer.body.append(f"[{alt_of(DRAWER.figure(node['asked'].wanted))}]")
    raise nodes.SkipNode


def _fault_html(writer: Any, node: archgen_fault) -> None:
    writer.body.append(fault(node["message"]))
    raise nodes.SkipNode


def _skipped(writer: Any, node: nodes.Node) -> None:
    raise nodes.SkipNode


def _left(writer: Any, node: nodes.Node) -> None:
    """Nothing is to be closed."""


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def _begin(app: "Sphinx") -> None:
    cache = Path(app.srcdir) / app.config.archgen_cache_dir if app.config.archgen_cache_dir else Path(app.doctreedir) / "archgen"
    DRAWER.set_up(execute=app.config.archgen_execute, cache=cache)
    if app.builder.format == "html":
        _write(Path(app.outdir) / "_static" / SHEET, style_sheet().encode())


def setup(app: "Sphinx") -> "ExtensionMetadata":
    """Tell Sphinx of the directive, of what may be configured, and of how figures are written."""
    app.add_config_value("archgen_theme", None, "env", (str, type(None)))
    app.add_config_value("archgen_figures", INLINE, "env", (str,))
    app.add_config_value("archgen_execute", True, "env", (bool,))
    app.add_config_value("archgen_cache_dir", "", "", (str,))
    app.add_directive("archgen-figure", FigureDirective)
    words = (_text, _left)
    app.add_node(
        archgen_figure, html=(_html, _left), latex=(_latex, _left), text=words, man=(_plain, _left), texinfo=(_plain, _left)
    )
    nothing = (_skipped, _left)
    app.add_node(archgen_fault, html=(_fault_html, _left), latex=nothing, text=nothing, man=nothing, texinfo=nothing)
    app.add_css_file(SHEET)
    app.connect("builder-inited", _begin)
    return {"version": __version__, "env_version": 1, "parallel_read_safe": True, "parallel_write_safe": True}
