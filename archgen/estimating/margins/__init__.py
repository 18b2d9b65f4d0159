"""What numbers may be where a design does not state exactly what they rest on.

A range is read as a promise: the number lies between its ends. The same is then said of what follows from it. Nearly every number
of an estimate rises with an input all the way or falls with it all the way, so that its least and its most are found where each
input is at one of its ends: the design is estimated anew with every input at its low and at its high end by itself, which tells
the direction, and then with all of them at once at the ends that make a number least or most. No chance is in it, no distribution
is assumed, what occurs twice in a formula is not counted twice, and limits, queues and caches count as they do in any estimate.
Every end that is told is reached by some design within the ranges.
"""
