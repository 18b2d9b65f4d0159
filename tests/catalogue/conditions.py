"""The terms that a condition names: what in it looks like an attribute, told from values and prose."""

import re

NAME = r"[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*"
# A name that no letter, digit or hyphen leads into; it may follow a bracket and a dot, as in `service(role=turn).relay_share`.
WORD = re.compile(rf"(?<![\w-])(?<!\w\.){NAME}")
STATED = r"(?:(?:is|are) )?(?:not )?(?:unset|set|empty|none)\b"
OPERATOR = re.compile(rf"\s*(?:[<>]=?|[!=]=?|(?:not )?in\s+(?:[{{(\[]|[A-Z]+\b)|{STATED}|includes\b|starts with\b)")
PRODUCT = re.compile(r"\s*[*+]\s*[\w(]")
FACTOR = re.compile(r"(?:[\w)]\s*[*+]|(?<!-)[<>]=?)\s*$")
# What a name is compared with, when it follows one of these.
EQUALS = re.compile(r"[=!]=?\s*$|(?:\bequals|\bnot) $")
CHOICES = re.compile(r"(?:\bin|[=]|includes(?: any of)?)\s*([{(\[])[^{(\[\])}]*$")
# Words of a sentence that may stand beside an operator without being compared by it.
PROSE = {
    "a", "all", "and", "any", "appears", "are", "at", "be", "both", "by", "count", "differ", "equal", "example", "expiry",
    "from", "has", "have", "if", "in", "is", "it", "least", "len", "live", "max", "mib", "min", "more", "ms", "named", "no",
    "not", "number", "of", "on", "one", "or", "other", "outage", "per", "publish", "scaling", "severity", "share", "sum",
    "that", "the", "times", "to", "together", "total", "touches", "two", "when", "with",
}  # fmt: skip
ABBREVIATIONS = {"e.g", "i.e"}


def terms(condition: str) -> list[str]:
    """The names in a condition that are asked about, in their order, each once.

    These are dotted names, names in snake case, and plain words that are compared or counted. What stands on the right of `=`, or
    in the brackets after `in`, is a value and left out; a dotted name there is another term.
    """
    names = ((match[0], condition[: match.start()], condition[match.end() :]) for match in WORD.finditer(condition))
    return list(dict.fromkeys(name for name, before, after in names if _is_term(name, before, after)))


def _is_term(name: str, before: str, after: str) -> bool:
    if name.isupper() or name.lower() in PROSE or name in ABBREVIATIONS:
        return False
    if "." in name:
        return True
    # After `<=` stands no value but a number, or another term.
    if (EQUALS.search(before) and not FACTOR.search(before)) or CHOICES.search(before):
        return False
    return "_" in name or bool(OPERATOR.match(after) or PRODUCT.match(after) or FACTOR.search(before))
