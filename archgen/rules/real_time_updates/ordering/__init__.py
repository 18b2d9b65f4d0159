"""The order in which updates are shown, and edits that are made at the same time.

Two messages that take two ways may overtake one another. Either they take one way, or they carry a number.
"""
