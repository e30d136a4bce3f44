"""What becomes of an act: pure decisions over records in memory. Reading and writing them is elsewhere."""
