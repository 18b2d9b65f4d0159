"""One update, and all who must hear of it.

What a message costs is its own rate times its audience. A room of twelve hides that; a post with a million followers does not.
"""
