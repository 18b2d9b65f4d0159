"""How numbers are handed on while they are derived: by the part that they are of, and the measure."""

from archgen.dsl.word import Word
from archgen.model.by_measure import ByMeasure
from archgen.model.estimate import Measure, Quantity

# All that is known so far.
Known = ByMeasure[Word, Measure, Quantity]
# What was found besides.
Found = dict[tuple[Word, Measure], Quantity]
