"""Pictures that leave the studio: files that other programs read, each with its mark of origin."""
