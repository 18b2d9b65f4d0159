"""Parts that nothing leads to, or that lead nowhere.

Often such a part is not wrong but a connection is missing from the design; then every number and every other rule misses it too.
"""
