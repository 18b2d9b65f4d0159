"""Real-time updates: servers that tell clients what has changed.

An update takes two hops: from where it arises to the server that holds a client's connection, and from there to the client. The
rules of this family look at both: whether the connection survives what stands between client and server, whether an update finds
its way to the one server that can deliver it, what it costs where many must hear of it, and in which order it is seen.
"""
