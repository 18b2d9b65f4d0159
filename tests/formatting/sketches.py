"""Designs in YAML as people may write them, each in a layout of its own, with comments wherever there can be one."""

import json
from random import Random

PLAIN = (
    "plain", "two words", "12", "1.50", "true", "null", "~", "yes", "4k/s", "a-b", "http://x/y", "007", "+5", "it's",
    "word " * 30 + "end",
)  # fmt: skip
QUOTED = (
    "plain", "two words", "12", "-0.5", "1e3", "true", "null", "~", "yes", "0x1F", "2026-01-31", "4k/s", "who?", "it's", "a: b",
    "- x", "#no", "a #b", "[x", "{y", "x, y", "k:", ":v", "@at", "%d", 'say "hi"', "back\\slash", " led", "tail ", "tab\tin",
    "two\nlines", "é 😀", "", "=", "<<", "...", "--- x", "?", "|", "\xa0x", "\u2028", "word " * 40 + "end", "long-" * 40,
    "x # y: z - " * 20,
)  # fmt: skip
BODIES = (
    "one\ntwo",
    "  more\nless",
    "\nblank above",
    "a\n\n\nb",
    "# no comment\n- x",
    "tail \n \nx",
    "end\n\n",
    "a\n  deeper\nb",
    "\n",
)


class Sketch:
    """Writes a design; `comments` are those that it wrote, in their order."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._keys = 0
        # A comment below the lines of a text must not be indented as these are.
        self._in_text = False
        self.comments: list[str] = []

    def text(self) -> str:
        """All of it."""
        lines = [*self._above(0), *self._mapping(0, 0), *self._above(0)]
        return "\n".join(lines) + self._random.choice(["\n", "", "\n\n\n"])

    def _mapping(self, column: int, depth: int, *, beside: bool = False) -> list[str]:
        lines: list[str] = []
        for place in range(self._random.randint(1, 4)):
            lines += [] if beside and not place else self._above(column)
            lines += self._value(f"{' ' * column}{self._key()}:", column, depth, column + self._random.randint(1, 5))
        return lines

    def _list(self, column: int, depth: int, *, beside: bool = False) -> list[str]:
        lines: list[str] = []
        for place in range(self._random.randint(1, 3)):
            lines += [] if beside and not place else self._above(column)
            lines += self._value(f"{' ' * column}-", column, depth, column + self._random.randint(2, 4))
        return lines

    def _value(self, start: str, column: int, depth: int, inner: int) -> list[str]:
        kind = self._random.choice(["text"] * 3 + ["nothing", "body", "brackets", "mapping", "list"])
        self._in_text = kind == "body"
        if kind == "body":
            return self._body(start, inner - column, " " * inner)
        if kind == "nothing":
            return [start + self._end(), *(self._above(inner) if self._maybe() else [])]
        if kind in ("text", "brackets") or depth > 3:
            value = self._brackets(" " * inner, 0) if kind == "brackets" else self._text(" " * inner)
            return [*f"{start} {value}{self._end()}".split("\n")]
        write = self._mapping if kind == "mapping" else self._list
        if start.endswith("-") and self._maybe():
            first, *others = write(inner, depth + 1, beside=True)
            return [start.ljust(inner) + first[inner:], *others]
        level = column if kind == "list" and not start.endswith("-") and self._maybe() else inner
        return [start + self._end(), *write(level, depth + 1)]

    def _body(self, start: str, depth: int, indent: str) -> list[str]:
        body = self._random.choice(BODIES)
        sign = self._random.choice("|>") + (str(depth) if body.startswith(" ") else "") + self._random.choice(["", "-", "+"])
        return [f"{start} {sign}{self._end()}", *(indent + line if line else "" for line in body.split("\n"))]

    def _text(self, indent: str) -> str:
        kind = self._random.choice(["plain", "lines", "single", "double"])
        if kind == "plain":
            return self._random.choice(PLAIN)
        if kind == "lines":
            return self._random.choice(
                [f"one\n{indent}two\n\n{indent}three", f'"one\n{indent}two\n\n{indent}three"', f"'a\n{indent} b'"]
            )
        return self._quoted(kind)

    def _quoted(self, kind: str) -> str:
        text = self._random.choice(QUOTED)
        if kind == "single" and "\n" not in text and "\u2028" not in text:
            return "'" + text.replace("'", "''") + "'"
        return json.dumps(text, ensure_ascii=False).replace("\u2028", "\\u2028")

    def _brackets(self, indent: str, depth: int) -> str:
        mapping = self._maybe()
        parts = ["{" if mapping else "["]
        count = self._random.randint(0, 3)
        for place in range(count):
            parts.append(self._gap(indent))
            parts.append(f"{self._key()}:{self._gap(indent) or ' '}" if mapping else "")
            parts.append(self._brackets(indent, depth + 1) if self._maybe() and depth < 2 else self._short(mapping=mapping))
            parts.append(self._gap(indent))
            parts.append("," if place + 1 < count or self._maybe() else "")
        return "".join([*parts, self._gap(indent), "}" if mapping else "]"])

    def _short(self, *, mapping: bool) -> str:
        """A text, or in a mapping nothing, within brackets."""
        kind = self._random.choice(["plain", "single", "double", "nothing"])
        if kind == "nothing" and mapping:
            return ""
        return self._random.choice(PLAIN) if kind in ("plain", "nothing") else self._quoted(kind)

    def _gap(self, indent: str) -> str:
        """White space within brackets, with comments maybe."""
        kind = self._random.choice(["", "", "", " ", "line", "comment", "comments"])
        if kind in ("", " "):
            return kind
        end = "" if kind == "line" else f"  {self._comment()}"
        alone = f"{indent}{self._comment()}\n" if kind == "comments" else ""
        return f"{end}\n{alone}{indent}"

    def _key(self) -> str:
        self._keys += 1
        return self._random.choice(["k%s", "k%s", "k %s", '"k%s"', "'k: %s'", '"%s"', "%s"]) % self._keys

    def _above(self, column: int) -> list[str]:
        """Comments and blank lines before an entry."""
        lines: list[str] = []
        for _ in range(self._random.choice([0, 0, 0, 1, 2])):
            shift = 0 if self._in_text else self._random.choice([0, 0, 0, 0, -2, 3])
            lines += [""] * self._random.choice([0, 0, 1, 3])
            lines.append(" " * max(0, column + shift) + self._comment() + self._random.choice(["", "  "]))
        return lines + [""] * self._random.choice([0, 0, 0, 1])

    def _end(self) -> str:
        """A comment at the end of a line, maybe."""
        return f" {self._comment()}" if self._random.choice([True, False, False]) else ""

    def _comment(self) -> str:
        self.comments.append(self._random.choice(["# %s", "#%s", "## %s: [x, 'y", "# - {%s"]) % len(self.comments))
        return self.comments[-1]

    def _maybe(self) -> bool:
        return self._random.choice([True, False])
