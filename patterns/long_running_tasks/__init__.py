"""Work that outlasts a request is taken in at once, done elsewhere, and reported when it is finished.

A request that does thirty seconds of work holds a thread, a connection and the user's patience, and loses all of it when the
server restarts. So the request only records what is to be done and answers with an id; workers take it from a queue when they
can.

## What that changes
- **Failure is normal and must have a place.** A worker dies halfway, a dependency is down, an input cannot be read. Each piece
  of work is done once, again, or never, and the design has to say which: acknowledge after the work, retry with growing pauses,
  set aside after a few attempts.
- **Work is done at least once.** A worker that finishes and dies before it acknowledges leaves work that will be done again.
  What it does must be safe to repeat.
- **A queue hides an overload, it does not cure one.** Depth over the rate of draining is the delay; if more comes in than goes
  out for good, the delay grows without end.
"""
