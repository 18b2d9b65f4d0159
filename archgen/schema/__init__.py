"""The JSON Schema of design files: what editors complete and check them by."""
