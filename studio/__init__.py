"""The window of Latent Studio: PySide6 around the engine in ``gan``. It never imports torch."""
