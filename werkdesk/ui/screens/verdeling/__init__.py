"""The peak board: who carries how much, and giving cases to somebody else."""
