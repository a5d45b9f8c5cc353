"""The boards of kept latents."""
