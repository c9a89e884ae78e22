"""The French sentences of the features; one line of Python each."""
