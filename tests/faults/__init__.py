"""Faults on purpose: every writer of the project is killed, starved and refused at each of its file operations."""
