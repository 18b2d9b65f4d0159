"""The form of a design in Python, laid out as ruff lays it out."""
