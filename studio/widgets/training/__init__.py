"""The recipe, the runs and the time of training."""
