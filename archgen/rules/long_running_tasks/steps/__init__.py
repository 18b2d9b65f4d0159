"""Work of several steps: which waits for which, what is counted where several come together, and what carries it on.

Steps that depend on one another are a graph without circles. An edge that is missing lets a step begin without its input; one
that is needless makes all wait for nothing.
"""
