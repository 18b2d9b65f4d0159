"""Where in a TOML text each key and each entry of a list stands, which Python's reader does not tell.

The text is known to be TOML: this only has to find its way through it.
"""

import re
import tomllib
from bisect import bisect_right
from collections.abc import Mapping
from typing import Final

Path = tuple[str | int, ...]
BLANK: Final = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
SPACE: Final = re.compile(r"[ \t]*")
BARE_KEY: Final = re.compile(r"[A-Za-z0-9_-]+")
SHORT_TEXT: Final = re.compile(r'"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\'')
LONG_TEXT: Final = re.compile(r'"""(?:\\.|[^\\])*?"{3,5}(?!")|\'\'\'.*?\'{3,5}(?!\')', re.DOTALL)
PLAIN: Final = re.compile(r"[^\n,\]}#]+")


def places(text: str) -> Mapping[Path, tuple[int, int]]:
    """The line and column, from 1, of every key, table and entry of a list; of a table, of its first mention."""
    walk = _Walk(text)
    walk.whole()
    starts = [0, *(match.end() for match in re.finditer("\n", text))]
    lines = {path: bisect_right(starts, at) for path, at in walk.found.items()}
    return {path: (line, walk.found[path] - starts[line - 1] + 1) for path, line in lines.items()}


class _Walk:
    """One walk through a text, from its start to its end."""

    def __init__(self, text: str) -> None:
        self.text, self.at = text, 0
        self.found: dict[Path, int] = {}
        self.tables_of: dict[Path, int] = {}  # of each list of tables, how many have begun

    def whole(self) -> None:
        """Note the place of everything."""
        within: Path = ()
        self._skip(BLANK)
        while self.at < len(self.text):
            start = self.at
            if self.text[start] == "[":
                within = self._header(start)
            else:
                self._pair(within)
            self._skip(BLANK)

    def _header(self, start: int) -> Path:
        """`[table]` or `[[list of tables]]`."""
        double = self.text.startswith("[[", start)
        self.at += 1 + double
        path: Path = ()
        keys = self._keys()
        for key, at in keys:
            path = (*self._entered(path), key)
            self.found.setdefault(path, at)
        if double:
            self.tables_of[path] = self.tables_of.get(path, -1) + 1
            self.found[(*path, self.tables_of[path])] = keys[0][1]
        self.at += 1 + double
        return self._entered(path)

    def _entered(self, path: Path) -> Path:
        """The path, or within a list of tables, that of the last of them."""
        return (*path, self.tables_of[path]) if path in self.tables_of else path

    def _pair(self, within: Path) -> None:
        path = within
        for key, at in self._keys():
            path = (*path, key)
            self.found.setdefault(path, at)
        self.at += 1  # the =
        self._value(path)

    def _keys(self) -> list[tuple[str, int]]:
        """A key, or several with dots between them, each with where it stands."""
        keys = []
        while True:
            self._skip(SPACE)
            start = self.at
            if self.text[start] in "\"'":
                self._skip(SHORT_TEXT)
                key = next(iter(tomllib.loads(f"{self.text[start : self.at]} = 0")))
            else:
                self._skip(BARE_KEY)
                key = self.text[start : self.at]
            keys.append((key, start))
            self._skip(SPACE)
            if self.text[self.at] != ".":
                return keys
            self.at += 1

    def _value(self, path: Path) -> None:
        self._skip(SPACE)
        first = self.text[self.at]
        if first == "[":
            self._list(path)
        elif first == "{":
            self._table(path)
        elif first in "\"'":
            self._skip(LONG_TEXT if self.text.startswith(first * 3, self.at) else SHORT_TEXT)
        else:
            self._skip(PLAIN)

    def _list(self, path: Path) -> None:
        self.at += 1
        index = 0
        while self._goes_on("]"):
            self.found[(*path, index)] = self.at
            self._value((*path, index))
            index += 1
        self.at += 1

    def _table(self, path: Path) -> None:
        self.at += 1
        while self._goes_on("}"):
            self._pair(path)
        self.at += 1

    def _goes_on(self, end: str) -> bool:
        """Go on to the next entry, past a comma; whether there is one."""
        self._skip(BLANK)
        if self.text[self.at] == ",":
            self.at += 1
            self._skip(BLANK)
        return self.text[self.at] != end

    def _skip(self, pattern: re.Pattern[str]) -> None:
        match = pattern.match(self.text, self.at)
        self.at = match.end() if match else self.at
