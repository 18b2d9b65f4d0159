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

## Where to look
- **Whether at all**: `synchronous-request`, `async-offload`.
- **From request to job**: `submit-and-poll`, `job-record`, `status-store`, `job-state-machine`, `object-store-result`,
  `scheduled-producer`, `storage-event-trigger`.
- **The queue**: `message-queue`, `durable-queue`, `publisher-confirms`, `push-or-pull-delivery`, `consumer-prefetch`,
  `visibility-timeout`, `fifo-ordering`, `message-ttl`.
- **Workers**: `worker-pool`, `independent-tier-scaling`, `queue-depth-autoscaling`, `gpu-worker-pool`, `stuck-task-timeout`,
  `streaming-export-worker`.
- **When something fails**: `error-classification`, `exponential-backoff`, `retry-jitter`, `backoff-cap`, `retry-limit`,
  `delayed-requeue`, `dead-letter-queue`, `dead-letter-exchange`, `dlq-alert`, `dlq-replay`.
- **Once, or more than once**: `at-least-once-delivery`, `at-most-once-delivery`, `effectively-once-processing`,
  `idempotent-consumer`, `idempotency-key`, `idempotency-key-generation`.
- **When there is too much**: `queue-load-leveling`, `backpressure`, `backpressure-reject`, `backpressure-throttle`,
  `backpressure-scale-up`.
- **Who goes first**: `priority-queues`, `separate-queue-per-priority`, `single-priority-queue`, `dedicated-priority-pools`,
  `weighted-fair-scheduling`, `priority-router`, `per-type-queues`.
- **What stands behind workers**: `worker-rate-limiting`, `concurrency-limit`, `token-bucket`, `leaky-bucket`, `adaptive-rate`.
- **Telling how it goes**: `progress-tracking`, `polling-notification`, `sse-progress`, `websocket-progress`,
  `webhook-callback`, `webhook-signature`, `webhook-retry`, `webhook-idempotency`, `email-notification`.
- **Jobs that wait for jobs**: `job-dag`, `fan-out-fan-in`, `dag-scheduler`.
- **What to build it with**: `redis-queue`, `redis-delayed-jobs`, `redis-job-hash`, `rabbitmq-routing`, `sqs-lambda`, `kafka-log`.
"""
