"""The GUI thread's face of each worker."""
