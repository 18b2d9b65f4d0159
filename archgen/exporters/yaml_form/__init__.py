"""The form of a design in YAML, as a person would write it."""
