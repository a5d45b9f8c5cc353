"""What mixes pictures and classes."""
