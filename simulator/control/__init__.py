"""The control interface, for test benches and trainers, described by OpenAPI (U-66)."""
