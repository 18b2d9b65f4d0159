"""How whoever waits for long work learns how far it is: what workers tell, how often it is asked, and when asking ends.

Asking every few seconds is good enough for nearly all, as long as the pause fits the length of the job, what answers bears all
who ask, and there is an end to it.
"""
