"""Several runs: what changed from one to another, and shards put together."""
