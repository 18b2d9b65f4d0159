"""Attributes that state numbers and that no estimate looks at: why not, and which."""

from collections.abc import Mapping

REASONS: Mapping[str, str] = {
    "a promise or a need: rules compare it with what is stated or derived": """
        Workflow.user_duration Workflow.user_duration_p95 Entity.staleness Entity.recovery_point Entity.max_delay
        Requirements.freshness Requirements.staleness Requirements.durability
        Requirements.recovery_point Requirements.recovery_time Requirements.max_offline Requirements.update_gap
        Requirements.job_duration Requirements.request_timeout
        Requirements.audit_retention Requirements.budget_per_month Requirements.max_fanout Interaction.staleness
        Interaction.recovery_point Interaction.max_delay WebhookEndpoint.answers_within
        Counter.window Requirements.ramp_up Interaction.ramp_up ExternalSystem.longest_outage
    """,
    "a time after which something ends, expires or is looked at again: rules and simulations read it, it makes no load": """
        Broker.message_ttl Log.max_poll_interval Client.store_ttl Server.max_runtime Service.max_connection_age
        Function.timeout ApiGateway.idle_timeout LoadBalancer.idle_timeout Cdn.idle_timeout Cdn.ttl Cache.ttl
        Cache.soft_ttl Cache.ttl_jitter Dns.ttl Counter.ttl ObjectStore.aborts_incomplete_after Warehouse.loaded_every
        MaterializedView.refresh_interval MaterializedView.refresh_duration SearchIndex.refresh_interval
        Calls.poll_jitter Reads.poll_jitter Calls.max_poll_duration Calls.keep_alive Calls.hold_timeout
        Calls.heartbeat_interval Calls.heartbeat_timeout Pushes.heartbeat_interval Writes.ttl
        TransactionalOutbox.interval Outbox.polls CacheAside.timeout IdempotencyKey.ttl PresignedUrl.ttl
        Resumption.state_ttl Resumption.window Lock.timeout Lock.hold_time Transaction.duration Transaction.timeout
        StampedeProtection.lock_ttl StampedeProtection.wait_timeout StampedeProtection.refresh_interval Hold.ttl
        Lease.ttl Replication.max_lag Replication.lag_limit Replication.primary_window Downsampling.after
        Downsampling.to Wait.timeout Wait.expected WorkflowStep.timeout TwoPhaseCommit.in_doubt_timeout State.timeout
        MigrationStep.lasts
    """,
    "a limit on a single thing: rules compare it with the size or the count of that thing": """
        Broker.max_message Log.max_length ApiGateway.max_request ObjectStore.max_object_size File.max_size
        Transfer.max_payload PresignedUrl.max_size PresignedUrl.grants Quota.limit Quota.items Quota.max_item
        Resumption.replay_limit Batching.max_buffer Wait.max_rounds
    """,
    "what becomes of single requests, one after another: simulations and rules read it, it does not change an average": """
        Server.task_duration_min Server.task_duration_max Function.cold_start Worker.prefetch
        CircuitBreaker.failure_share CircuitBreaker.window CircuitBreaker.open_for RateLimit.burst RateLimit.window
        Retry.initial Retry.multiplier Retry.max_interval Retry.deadline Autoscaling.min_replicas Autoscaling.target
        Autoscaling.reaction_time LoadShedding.classes LoadShedding.min_gap StampedeProtection.refresh_share
        StampedeProtection.rebuild_time StampedeProtection.allowed_rebuilds VersionCheck.conflict_share
        Transition.attempts
    """,
    "how something is laid out or told apart: it is counted, and no load, size or time follows from it by itself": """
        Queue.priorities Queue.consumers_per_key Service.virtual_nodes Service.overflow_status Worker.job_types
        Aggregator.levels Calls.response_status View.depth Sharding.virtual_nodes Sharding.logical_shards
        KeyFanout.distinct_nodes LockService.nodes Server.deploys_per_day Multipart.part_size Multipart.parts
        Multipart.parallelism Multipart.part_time Deduplication.chunk_size Deduplication.min_chunk_size
        Deduplication.max_chunk_size AccessPath.page_size
    """,
    "what rules compare loads with, to tell hot keys, wide rows or fan-out; the load itself stands on connections": """
        Service.fan_out_limit Counter.split_threshold Counter.hot_share Entity.concurrent_actors Entity.reread_share
        Entity.median_key_rate Entity.distinct_keys Entity.cached_under Entity.fed_by Entity.fed_by_p95
        Entity.audience Entity.max_audience Entity.audience_p99 Entity.writers Entity.read_rate
        Entity.read_write_ratio Table.rows_per_parent Interaction.median_key_rate Interaction.distinct_keys
        Sharding.key_cardinality File.views_per_object Downloads.viewers Cache.expected_reads_per_entry
        Column.write_rate Writes.shard_keys Store.peak_load Reads.remote_share
    """,
    "part of what is stated elsewhere: counting it too would count it twice": """
        WorkQueue.per_request Broadcast.fan_out Calls.streams_per_client Replication.round_trip
        Deduplication.expected_share Client.memory Client.stored Database.spare_concurrency Database.compaction_rate
        Migration.size File.duration
    """,
    "what one of them costs is not stated, so that nothing can be multiplied by it": """
        Store.cores Table.foreign_keys Table.triggers Table.copies_per_source_row File.renditions File.variants
        AccessPath.rows AccessPath.calls Invalidation.keys_per_change TurnServer.relay_share WorkflowStep.input_size
        WorkflowStep.output_size
    """,
    "about people and their machines, not about load: what they send stands on clients and connections": """
        Client.regions Client.devices_per_user Requirements.users Requirements.peers_per_call
    """,
    "about the system as a whole: no part of it is said to carry it": """
        Requirements.data_size Requirements.regions Requirements.endpoint_servers
    """,
    "what will be after a change that is planned: `--set` supposes it": """
        Server.planned_replicas Sharding.planned_shards
    """,
    "copies that stand by: rules look for them, and what is served stands on nodes and capacities": """
        Cache.replicas LoadBalancer.replicas
    """,
}
IGNORED: Mapping[str, str] = {name: reason for reason, names in REASONS.items() for name in names.split()}
