"""Messages of a SARIF log: the same in plain text and in Markdown."""

from collections.abc import Sequence

from archgen.plugin import Finding
from archgen.reporters.wording.marked import plain
from archgen.reporters.wording.sentences import more, one_line, sentence

Message = dict[str, str]


def message(text: str, markdown: str | None = None) -> Message:
    """A text, in which braces are doubled: a single one would begin a place to fill in."""
    forms = {"text": text} if markdown is None else {"text": text, "markdown": markdown}
    return {form: said.replace("{", "{{").replace("}", "}}") for form, said in forms.items()}


def advice(finding: Finding) -> Message:
    """What is wrong, because of what, and what to do."""
    reasons = [_reason(index, one_line(reason)) for index, reason in enumerate(finding.because)]
    text = [sentence(finding.message), *reasons, f"Fix: {one_line(finding.fix)}", f"More: {one_line(more(finding))}"]
    marked = [_reason(index, plain(reason)) for index, reason in enumerate(finding.because)]
    return message("\n".join(text), _paragraphs([f"**{plain(sentence(finding.message))}**", *_listed(marked), _fix(finding)]))


def _reason(index: int, reason: str) -> str:
    return f"{'and' if index else 'because'} {reason}"


def _listed(reasons: Sequence[str]) -> list[str]:
    return ["\n".join(f"- {reason}" for reason in reasons)] if reasons else []


def _fix(finding: Finding) -> str:
    return f"**Fix:** {plain(sentence(finding.fix))}"


def _paragraphs(blocks: Sequence[str]) -> str:
    return "\n\n".join(blocks)
