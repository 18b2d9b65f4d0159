"""How much of the time the system answers, and what it loses when a part of it does not.

A share of the time is a budget: 99.9 % leave 43.2 min a month, 99.99 % leave 4.32 min. Everything that a request cannot do
without takes its part of it.
"""
