"""Systems that exist, in a few lines each, and what is publicly known of them: figures that go in, figures that must come out.

Of each only what leads to the figures is stated, so that they can be checked on a napkin.
"""
