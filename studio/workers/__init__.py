"""What runs outside the GUI thread, and the life of each thread. Workers know no document and no widget."""
