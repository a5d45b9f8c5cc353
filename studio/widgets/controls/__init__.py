"""Small controls that every room uses."""
