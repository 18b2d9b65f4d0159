"""What a client that was away gets when it comes back.

Connections break all day. What was sent meanwhile is lost unless somebody kept it, the client can say where it was, and there
is an end to how much is sent again.
"""
