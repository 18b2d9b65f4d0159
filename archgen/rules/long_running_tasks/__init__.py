"""Long-running tasks: work that lasts longer than a caller can wait.

Such work is accepted, written down and done elsewhere. The rules of this family look at what that needs: a request that ends
before the job does, deliveries that may come twice, messages that can never succeed, and workers that keep up.
"""
