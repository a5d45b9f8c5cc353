"""Pictures to be pressed, dragged, dropped and looked at."""
