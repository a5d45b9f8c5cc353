"""The artwork: frozen values, how they are drawn, changed and kept in a file. No widget, no session."""
