"""Rules, explained: the page of a rule, its designs, how it is detected, its options, how to waive it, what is related."""

from collections.abc import Iterator, Sequence

from archgen.explaining.related import related_lines
from archgen.model.catalogue import family_title, retired
from archgen.model.explanation import Evidence, Explanation, Shown, ShownOption, Snippet


def rule_page(explained: Explanation, reported: str) -> str:
    """All of it in Markdown. `reported` are the findings on the flagged design as the linter prints them."""
    parts = [
        "\n".join(facts(explained)),
        explained.entry.page.strip(),
        *_design("Flagged", explained.flagged, "-", "the accepted design"),
        *_design("Accepted", explained.accepted, "+", "the flagged design"),
        "## How it is detected",
        *_detection(explained, reported),
        *_options(explained.options, explained.configured),
        "## How to waive it",
        *_waiving(explained),
        *(["## Related", "\n".join(related_lines(explained.related))] if explained.related else []),
    ]
    return "\n\n".join(parts)


def facts(explained: Explanation) -> Iterator[str]:
    """What is known of the rule in a line each: its family, how bad its findings are, its file, what it was once called."""
    entry = explained.entry
    yield f"- Family: {family_title(entry.family)} (`{entry.family}`)"
    yield f"- Severity: {explained.how_bad}"
    if entry.path:
        yield f"- File: {entry.path}"
    if retired(entry):
        yield f"- Formerly: {', '.join(retired(entry))}"


def evidence_lines(evidence: Sequence[Evidence]) -> Iterator[str]:
    """What findings rest on, a line for each word."""
    for one in evidence:
        said = [f"`{attribute}`" for attribute in one.attributes]
        said += [f"{number} as derived" for number in one.numbers]
        said += [one.besides] if one.besides else []
        yield f"- `{one.word}`: {', '.join(said)}"


def _design(heading: str, shown: Shown | None, mark: str, other: str) -> Iterator[str]:
    if shown:
        yield f"## {heading}"
        if shown.differing:
            yield f"Lines marked `{mark}` are not in {other}."
        yield "\n".join(["```diff", *_marked(shown, mark), "```"])


def _marked(shown: Shown, mark: str) -> Iterator[str]:
    for number, line in enumerate(shown.text.splitlines(), 1):
        yield f"{number:>2} {mark if number in shown.differing else ' '} {line}".rstrip()


def _detection(explained: Explanation, reported: str) -> Iterator[str]:
    if explained.flagged is None:
        yield "It judges a configuration and not a design, so that no design shows it."
    elif reported:
        yield "This is what the linter reports of the flagged design:"
        yield f"```text\n{reported}\n```"
    if explained.mending:
        yield explained.mending
    if explained.evidence:
        yield "Its findings rest on these words and what they state:"
        yield "\n".join(evidence_lines(explained.evidence))


def _options(options: Sequence[ShownOption], configured: Snippet | None) -> Iterator[str]:
    if configured:
        yield "## Options"
        yield "\n".join(map(_option, options))
        yield from _snippet(configured)


def _option(option: ShownOption) -> str:
    default = f"`{option.default}`" if option.default else "none"
    return f"- `{option.name}`: {option.form}, by default {default}. {option.meaning}"


def _waiving(explained: Explanation) -> Iterator[str]:
    yield explained.waiving
    for snippet in (*explained.waivers, explained.milder):
        yield from _snippet(snippet)


def _snippet(snippet: Snippet) -> Iterator[str]:
    yield snippet.place
    yield f"```{snippet.language}\n{snippet.text}\n```"
