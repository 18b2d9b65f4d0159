"""What something is there for, where the design would work without it."""

from typing import Literal

Purpose = Literal[
    "read_scaling",
    "write_scaling",
    "availability",
    "latency",
    "decoupling",
    "serialization",
    "tenancy",
    "law",
    "slow_downstream",
    "long_task",
    "retry",
    "peak",
    "fan_out",
]
