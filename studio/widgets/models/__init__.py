"""The shelf of generators and their cards."""
