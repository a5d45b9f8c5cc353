"""The Explore room: places in latent space, looked for and kept."""
