"""The steps of the procedure and the decisions that they are made of: functions, no state."""
