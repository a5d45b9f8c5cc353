"""The sheet of the Paint room and what lies around it."""
