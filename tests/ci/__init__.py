"""What runs before a commit and where commits are checked."""
