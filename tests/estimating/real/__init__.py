"""Systems that exist, in a few lines each, and what is publicly known of them: figures that go in, figures that must come out.

Of each only what leads to the figures is stated, so that they can be checked on a napkin.

Where a page is named as the one that tells it, the figure was read there. What nobody has published is a guess: a range
where it can be one, else a number in a comment. Figures of how full something is are worked out from those that are
published.
"""
