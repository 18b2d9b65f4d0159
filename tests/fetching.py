"""Stand-ins for the folder that a design lies in."""

from collections.abc import Callable, Mapping

from archgen.errors import Fault, Position, SpecError


def files(texts: Mapping[str, str] | None = None) -> Callable[[str], str]:
    """Fetches the texts of these files; any other cannot be read."""

    def fetch(path: str) -> str:
        if texts is None or path not in texts:
            raise SpecError([Fault("the file cannot be read: No such file or directory", Position(path))])
        return texts[path]

    return fetch
