"""``--tour DIR``: the whole journey in the real window, by its own controls, with proof of each step."""
