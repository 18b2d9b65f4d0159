"""What has to agree: a change, and the news of it."""
