"""Samples of a run, side by side with training pictures."""
