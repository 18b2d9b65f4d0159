"""The form of a design in YAML and JSON, section by section."""
