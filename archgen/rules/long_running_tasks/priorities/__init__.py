"""Which work goes first, and which shares its workers with which.

A level of priority changes who is next in line. It frees no worker that is busy, it needs a broker that keeps to it, and whoever
is last in a line that never ends is not served at all.
"""
