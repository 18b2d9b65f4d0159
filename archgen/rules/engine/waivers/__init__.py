"""Waivers that do nothing.

A waiver takes a finding out of the report and puts a reason in its place. One that matches nothing is either left over from a
problem that has been mended, or is misspelt and leaves its author in a false belief.
"""
