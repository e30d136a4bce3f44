"""Every date that runs, the nearest first."""
