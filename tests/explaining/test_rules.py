from dataclasses import replace

from archgen.explaining.rules import rule_page
from tests.explaining.orders import entry, explained

PAGE = """\
- Family: Caching (`caching`)
- Severity: warning (it may fail)
- Formerly: CA899, call-of-yore

It waits.

## Why it matters
For ever.

## Flagged

Lines marked `-` are not in the accepted design.

```diff
 1   archgen: 1
 2 - design: Orders
```

## Accepted

Lines marked `+` are not in the flagged design.

```diff
 1   archgen: 1
 2 + design: Fewer orders
```

## How it is detected

This is what the linter reports of the flagged design:

```text
warning CA900
```

`archgen lint --fix` makes the change.

Its findings rest on these words and what they state:

- `calls`: `timeout`, rate as derived, that it is there
- `service`: what it is

## Options

- `longest`: a duration, by default `"30s"`. How long it may wait.

In `archgen.toml`, here with the defaults; in `pyproject.toml` the table is `[tool.archgen.lint.rules.call-of-orders]`.

```toml
[lint.rules.call-of-orders]
longest = "30s"
```

## How to waive it

Without `subject` it is for the whole design.

"""


def test_a_rule_is_explained_section_by_section() -> None:
    page = rule_page(explained(entry(formerly=("CA899", "call-of-yore"))), "warning CA900")
    assert page.startswith(PAGE)
    assert page.endswith("## Related\n\n- `CA901 call-of-others` (rule): They wait too\n- `cache` (pattern): Cache")


def test_what_is_not_there_has_no_section() -> None:
    known = replace(
        explained(entry()), flagged=None, accepted=None, findings=[], evidence=[], configured=None, related=[], mending=""
    )
    headings = [line for line in rule_page(known, "").splitlines() if line.startswith("## ")]
    assert headings == ["## Why it matters", "## How it is detected", "## How to waive it"]
    assert "no design shows it" in rule_page(known, "")
