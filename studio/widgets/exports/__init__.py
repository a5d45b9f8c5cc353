"""Dialogs that write files, and their previews."""
