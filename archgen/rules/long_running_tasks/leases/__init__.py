"""For how long a worker may hold a message, and a message may wait.

A queue hides what it has handed out, for a time. That time, the length of the work and the limit at which it is broken off have
to fit one another, and what the broker allows.
"""
