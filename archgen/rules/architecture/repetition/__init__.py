"""Doing again what seems to have failed.

An attempt that timed out may have worked, and the attempts of one layer multiply those of the next.
"""
