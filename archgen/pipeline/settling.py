"""What applies to each design: its configuration file and the command line, brought together."""

from pathlib import Path

from archgen.configuring.command_line import CommandLine
from archgen.configuring.configuration import Configuration
from archgen.configuring.nearest import Files
from archgen.configuring.settings import Settings, settings
from archgen.loading import library
from archgen.loading.text_file import read_text
from archgen.pipeline.reading import Read

NOTHING_SAID = CommandLine()
# What stands for a path where the design comes from somewhere else.
STREAMS = ("-", "<stdin>")


class Settling:
    """Settles what applies to designs. Files are read once, and refused with ConfigurationError."""

    def __init__(self, said: CommandLine = NOTHING_SAID) -> None:
        self.said, self.rules = said, library.rules()
        self.files = Files(self.rules, read_text)

    def of(self, path: str) -> Settings:
        """What applies to the design of that path; to one that comes from no file, what applies to the current folder."""
        return settings(self.configuration(path), self.said, self.rules, path)

    def configuration(self, path: str) -> Configuration:
        """The file that the command line names, else the nearest one; none where everything is to be as the rules say."""
        if self.said.config:
            return self.files.named(self.said.config)
        if self.said.isolated:
            return Configuration(str(Path.cwd()))
        return self.files.nearest(Path() if path in STREAMS else Path(path).parent)


def settled(design: Read) -> Settings:
    """What applies to a design where the command line says nothing; to one that was made in memory, what the rules say."""
    path = design.spec.path
    return Settling(NOTHING_SAID if path else CommandLine(isolated=True)).of(path)
