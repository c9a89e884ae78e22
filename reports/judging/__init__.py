"""What a run is made of, and what it is judged to be: the model, the register, the verdicts."""
