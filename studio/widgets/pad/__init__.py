"""The latent pad: its map, anchors, path and frame."""
