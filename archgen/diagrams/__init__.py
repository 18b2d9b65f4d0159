"""Kinds of figure: what each is drawn of, and which boxes and arrows it has."""
