"""The choice of how clients hear of updates: by asking again and again, over a stream, over a socket, or from one another.

Polling is the simplest thing that can work and often does. It stops working when the askers outnumber what the store can
answer, or when an answer that is one interval old is too old. Beyond it the least that will do is the best: a stream where
updates flow one way, a socket where both sides often speak, WebRTC where people hear or see each other.
"""
