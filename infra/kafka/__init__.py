"""Kafka with kafka-python: a member of a consumer group, and the producer of announcements."""
