"""What workers call, and how much of that it bears.

A queue keeps any rush away from its workers. What these call gets whatever they can do, and the more of them run, the more that
is: either their number or a limit that all of them share has to follow from what stands behind them.
"""
