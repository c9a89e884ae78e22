"""The detection matrix: each named defect, and the scenario that was seen to turn red on it."""
