"""Fenced blocks of Markdown that ask for a figure: where they stand on a page, and what they say.

```archgen designs/shop.yaml
focus: gateway
caption: What is around the gateway
```
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from archgen.pipeline.asked import WrongOption
from archgen.values import dataclass

WORD: Final = "archgen"
OPENED: Final = re.compile(r"^(?P<margin>[ \t>]*)(?P<marks>`{3,}|~{3,})[ \t]*(?P<told>.*?)[ \t]*$")
TOLD: Final = re.compile(r"^\{?[ ]*\.?archgen\b[ ]*\}?[ ]*(?P<spec>.*)$")
ENTRY: Final = re.compile(r"^(?P<key>[A-Za-z][A-Za-z_-]*)[ \t]*:(?:[ \t]+(?P<value>.*))?$")
QUOTED: Final = re.compile(r"^(?P<mark>[\"'])(?P<text>.*)(?P=mark)$")
SPEC: Final = "spec"


@dataclass(frozen=True)
class Fence:
    """A block from line `start` to before line `end`, from 0; `margin` is what stands before it, `body` are its lines."""

    start: int
    end: int
    margin: str
    spec: str
    body: tuple[str, ...]

    def options(self) -> Mapping[str, str]:
        """What the lines of the block say. Raises WrongOption for one that says nothing, and for a key that is given twice."""
        found: dict[str, str] = {}
        for line in self.body:
            entry = ENTRY.match(line.strip())
            if entry is None and line.strip() and not line.strip().startswith("#"):
                raise WrongOption(
                    line.strip(), f'"{line.strip()}" says nothing of the figure; write an option, such as "focus: gateway"'
                )
            if entry:
                key = entry["key"]
                if key in found:
                    raise WrongOption(key, f'"{key}" is given twice; leave one of them out')
                found[key] = _unquoted((entry["value"] or "").strip())
        return found

    def line(self, key: str) -> int:
        """The line, from 0, on which the block says something; its first where it does not."""
        lines = [number for number, text in enumerate(self.body, self.start + 1) if text.strip().startswith(key)]
        return lines[-1] if lines else self.start


def fences(lines: Sequence[str]) -> Iterator[Fence]:
    """The blocks that ask for figures. A block within another block is text, and so is one that never ends."""
    number = 0
    while number < len(lines):
        opened = OPENED.match(lines[number])
        end = _end(lines, number, opened) if opened else None
        if opened is None or end is None:
            number += 1
            continue
        told = TOLD.match(opened["told"])
        if told:
            margin = opened["margin"]
            body = tuple(line.removeprefix(margin) for line in lines[number + 1 : end])
            yield Fence(number, end + 1, margin, _unquoted(told["spec"].strip()), body)
        number = end + 1


def _end(lines: Sequence[str], start: int, opened: re.Match[str]) -> int | None:
    """The line that closes a block: as many of its marks or more, and nothing else."""
    marks = opened["marks"]
    closed = re.compile(rf"^[ \t>]*{re.escape(marks)}{re.escape(marks[0])}*[ \t]*$")
    return next((number for number in range(start + 1, len(lines)) if closed.match(lines[number])), None)


def _unquoted(text: str) -> str:
    quoted = QUOTED.match(text)
    return quoted["text"] if quoted else text
