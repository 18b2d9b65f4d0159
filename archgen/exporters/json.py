"""Designs as JSON, in the form that design files have: every part with its id, every quantity in its base unit."""

import json
import re

from archgen.plugin import Architecture, Exporter, document

# What readers of YAML take for the end of a line, or refuse, and what lets people read a text in another order.
ESCAPED = re.compile("[\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]")


def write(architecture: Architecture) -> str:
    """The whole design. Reading it again gives the same text."""
    text = json.dumps(document(architecture), indent=2, ensure_ascii=False)
    return ESCAPED.sub(lambda character: f"\\u{ord(character[0]):04x}", text) + "\n"


exporter = Exporter(".json", write)
