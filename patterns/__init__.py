"""The pattern library: solutions that are known to work, what they cost, and how to choose between them.

Each family is a folder, and its page says what question the family answers. Each pattern is a file: its shape as a design, when
to use it and when not, what it gives and takes, and a page with the numbers behind it. Decision trees ask for a design's
requirements in an order that rules out the cheap answers first, and end at a pattern.
"""
