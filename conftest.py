"""What every run is made of: the report's collector, the fixtures and the steps."""

pytest_plugins = (
    "reports.collector",
    "fixtures.people",
    "fixtures.inbox",
    "fixtures.target",
    "fixtures.browsers",
    "steps.activation",
    "steps.address",
    "steps.document",
    "steps.mail",
    "steps.people",
    "steps.registration",
    "steps.space",
    "steps.time",
)
