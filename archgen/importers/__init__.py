"""The formats that a design can be read from."""
