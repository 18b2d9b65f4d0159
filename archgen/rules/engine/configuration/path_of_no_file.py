"""The configuration names a path that no file has.

## Why it matters
Rules that are left out for a path, and waivers that are for it, follow the files only as far as somebody changes the
configuration with them. Once the files were moved or renamed, the old path does nothing; and should a new design come to stand
there, it is judged more mildly than anybody decided.

## What to do
Correct the path, or remove what is configured for it. Paths start at the folder of the configuration file, `*` stands for any
part of a name and `**` for any number of folders; a path without a slash is a name in any folder.

## When it does not apply
- The path fits a design that was checked, or any file below the folder of the configuration, be it a design or not.
- Folders whose names begin with a dot, and those that tools fill, such as `node_modules`, are not looked into.
"""

from collections.abc import Sequence

from archgen.plugin import Architecture, Estimate, Problem, Rule, Severity


def check(architecture: Architecture, estimate: Estimate) -> Sequence[Problem]:
    """The engine finds it; no design shows what a configuration says."""
    return ()


rule = Rule("AG004", Severity.WARNING, check, flagged=(), accepted=(), see=["waiver-matches-nothing"])
