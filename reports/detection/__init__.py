"""Each named defect on the scenarios of its statement, and which of them were seen to turn red."""
