"""Where a sandbox's clock is put, forward or to an instant, frozen or not."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from simulator.control.bodies import ClockSetting, in_calendar
from simulator.storage.sandboxes import Sandbox


def at_real_time(sandbox: Sandbox) -> Sandbox:
    """Return a sandbox whose clock shows real time and runs."""
    return replace(sandbox, clock_offset=0.0, frozen_at=None)


def with_clock(sandbox: Sandbox, setting: ClockSetting) -> Sandbox:
    """Return a sandbox whose clock is set. Raises ValueError where it would leave the calendar."""
    real_now = datetime.now(UTC)
    shown = sandbox.frozen_at or real_now + timedelta(seconds=sandbox.clock_offset)
    if setting.now is not None:
        shown = setting.now
    elif setting.advance_seconds is not None:
        shown = in_calendar(shown + timedelta(seconds=setting.advance_seconds))
    stays_frozen = sandbox.frozen_at is not None
    if stays_frozen if setting.is_frozen is None else setting.is_frozen:
        return replace(sandbox, frozen_at=shown)
    offset = (shown - real_now).total_seconds()
    return replace(sandbox, frozen_at=None, clock_offset=offset)
