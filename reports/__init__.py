"""What a conformance run declared, did and showed; knows pytest and its own model only."""
