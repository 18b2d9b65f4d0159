"""Asking again and again: how often, over which connection, and for what.

A poll is a request like any other, which is what is good about it. Its interval decides how old news may be and how many
requests a second it all comes to, and most of what goes wrong with polls is an interval that was never held against either.
"""
