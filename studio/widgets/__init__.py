"""The window's own controls: they take and give values and know nothing else."""
