"""YAML and JSON text as data with places."""
