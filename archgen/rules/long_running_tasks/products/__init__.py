"""What the product that was chosen does not do: lists of Redis, functions of a provider, logs.

Each of them is good at something. What it lacks is not written on it, and a design that counts on it finds out later.
"""
