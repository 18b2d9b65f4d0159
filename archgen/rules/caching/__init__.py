"""Caching: copies that are quicker to reach than the truth.

A copy is out of date from the moment it is made. The rules of this family ask how long that may last, what ends it, and whether
the copy is needed at all.
"""
