"""What sizes and rates are when a design runs: plain numbers. To type checkers they are what measured.pyi says."""

Integer, Fraction = int, float
