"""What surrounds the rooms: rail, bars, palette, status."""
