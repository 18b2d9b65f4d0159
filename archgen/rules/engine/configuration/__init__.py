"""What is configured for designs that are not there.

A configuration speaks of files by their paths. When these are moved, it goes on to speak of them where they were, and what it
says no longer holds for anything.
"""
