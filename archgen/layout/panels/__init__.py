"""Figures of panels: each kind of panel has its own layout, which knows how much room there is."""
