"""The formats that a design can be read from, one a file; none of them runs anything of what it reads."""
