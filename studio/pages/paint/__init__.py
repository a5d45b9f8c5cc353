"""The Paint room: sheets of stamps."""
