"""Patterns, explained: when to use them and when not, how they work step by step, what they give and take, what is related."""

from collections.abc import Iterator, Sequence

from archgen.dsl.pattern import Need, Pattern
from archgen.dsl.walkthrough import Step
from archgen.explaining.related import related_lines
from archgen.model.catalogue import Entry, family_title
from archgen.model.explanation import Related
from archgen.model.met import met


def pattern_page(entry: Entry[Pattern], text: str, related: Sequence[Related]) -> str:
    """All of it in Markdown. `text` is its structure in YAML."""
    pattern = entry.value
    steps = [f"{number}. {step_line(step)}" for number, step in enumerate(pattern.walkthrough, 1)]
    parts = [
        f"- Title: {entry.title}\n- Family: {family_title(entry.family)} (`{entry.family}`)",
        entry.claim,
        *_section("Use it when", [f"- {line}" for line in pattern.use_when]),
        *_section("Avoid it when", [f"- {line}" for line in pattern.avoid_when]),
        *_section("What it needs", list(map(need_line, pattern.requires))),
        entry.body.strip(),
        *_section("Step by step", steps),
        *_section("What it gives and what it takes", [f"- {one.gain}; but {one.cost}" for one in pattern.trade_offs]),
        *_section("As a design", ["```yaml", text.rstrip("\n"), "```"]),
        *_section("Related", list(related_lines(related))),
    ]
    return "\n\n".join(filter(None, parts))


def step_line(step: Step) -> str:
    """Who turns to whom, and with what."""
    ends = [step.along.origin.name, step.along.destination.name]
    source, target = reversed(ends) if step.back else ends
    return f"{source} to {target}: {step.text or step.along.label or step.along.verb}"


def need_line(need: Need) -> str:
    """What is needed, and what of the structure has it."""
    return f"- {need.text} (here {'; '.join(met(need))})"


def _section(heading: str, lines: Sequence[str]) -> Iterator[str]:
    if lines:
        yield f"## {heading}"
        yield "\n".join(lines)
