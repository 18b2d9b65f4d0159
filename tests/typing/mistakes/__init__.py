"""Mistakes that type checkers have to catch, each on a line of its own that says so, between lines that are right.

No tool but `test_type_checkers.py` reads these files.
"""
