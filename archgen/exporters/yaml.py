"""Designs as YAML, as a person would write them: quantities with units, an entry on a line, nothing that goes without saying."""

import textwrap

from archgen.exporters.yaml_form.layout import WIDTH, laid_out
from archgen.exporters.yaml_form.tidying import tidied
from archgen.plugin import Architecture, Exporter, document, in_the_language, yaml_quantity


def write(architecture: Architecture) -> str:
    """The whole design. Read again it is the same; words of its own are replaced, which a comment says."""
    restated, own = in_the_language(architecture)
    lines = [line for word in own for line in textwrap.wrap(str(word), WIDTH, initial_indent="# ", subsequent_indent="# ")]
    return "\n".join([*lines, *laid_out(tidied(document(restated, yaml_quantity), restated))]) + "\n"


exporter = Exporter(".yaml", write)
