"""The formats that a design can be written in."""
