"""Architecture: what holds for every system, whatever it does.

These rules belong to no family. They follow the graph: what clients wait for, what nothing leads to, what is asked twice, who
writes where, what crosses a border, and what fails without anybody noticing.
"""
