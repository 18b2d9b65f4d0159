"""Attempts after a failure: how many, with which pauses, and after which failures.

Another attempt mends what passes. It must come to an end, leave the other side time to recover, and not be spent on what stays.
"""
