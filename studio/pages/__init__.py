"""The rooms: each arranges widgets and connects them to the session."""
