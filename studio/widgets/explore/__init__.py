"""What only the Explore room shows."""
