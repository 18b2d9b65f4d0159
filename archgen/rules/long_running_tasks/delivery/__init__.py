"""Delivery of messages to those who work on them.

A broker can promise that a message comes at least once, or at most once. Everything else is up to the consumer.
"""
