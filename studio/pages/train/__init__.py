"""The Train room: runs, their curves, pictures and past."""
