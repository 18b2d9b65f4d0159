"""What applies to each design: its configuration file and the command line, brought together."""

from collections.abc import Sequence
from pathlib import Path

from archgen.configuring.command_line import CommandLine
from archgen.configuring.configuration import Configuration
from archgen.configuring.nearest import Files
from archgen.configuring.settings import Settings, settings
from archgen.errors import ConfigurationError, Fault
from archgen.loading import library
from archgen.loading.text_file import read_text
from archgen.model.catalogue import Entry, Shelf
from archgen.model.rule import Rule
from archgen.model.rule_path import RulePath
from archgen.pipeline.reading import Read

NOTHING_SAID = CommandLine()
# What stands for a path where the design comes from somewhere else.
STREAMS = ("-", "<stdin>")


class Settling:
    """Settles what applies to designs. Files are read once, and refused with ConfigurationError."""

    def __init__(self, said: CommandLine = NOTHING_SAID) -> None:
        self.said = said
        self.files = Files(library.rules(), read_text, self._brought)

    def of(self, path: str) -> Settings:
        """What applies to the design of that path; to one that comes from no file, what applies to the current folder."""
        configuration = self.configuration(path)
        return settings(configuration, self.said, known_rules(configuration), path)

    def configuration(self, path: str) -> Configuration:
        """The file that the command line names, else the nearest one; none where everything is to be as the rules say."""
        if self.said.config:
            return self.files.named(self.said.config)
        if self.said.isolated:
            return Configuration(str(Path.cwd()))
        return self.files.nearest(Path() if path in STREAMS else Path(path).parent)

    def _brought(self, named: Sequence[RulePath]) -> Sequence[Entry[Rule]]:
        """The rules of files, which are programs."""
        from archgen.loading.own_rules import own_rules

        if not self.said.execute:
            message = (
                "rules of one's own would have to be run; drop --no-exec, or give a configuration without them with --config"
            )
            raise ConfigurationError([Fault(message, named[0].place)])
        return own_rules(named, library.rules())


def known_rules(*configurations: Configuration) -> Shelf[Rule]:
    """All rules that there are: those of archgen, and those that the configurations bring."""
    own = [entry for configuration in configurations for entry in configuration.own]
    return library.rules().joined(own) if own else library.rules()


def settled(design: Read) -> Settings:
    """What applies to a design where the command line says nothing; to one that was made in memory, what the rules say."""
    path = design.spec.path
    return Settling(CommandLine(isolated=not path, execute=design.execute)).of(path)
