"""The choice between asking again and again, and being told.

Polling is the simplest thing that can work and often does. It stops working when the askers outnumber what the store can
answer, or when an answer that is one interval old is too old.
"""
