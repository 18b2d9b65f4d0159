"""Figures that explain real-time updates: one for each idea that is easier seen than read."""
