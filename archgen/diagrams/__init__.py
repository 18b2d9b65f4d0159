"""The kinds of figure, one a file."""
