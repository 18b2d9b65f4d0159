"""Figures that explain long-running tasks: one for each idea that is easier seen than read."""
