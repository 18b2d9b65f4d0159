"""What becomes of messages that failed for good.

Somebody has to look at them, mend the cause and send them back; and only what is a fault should come to lie there.
"""
