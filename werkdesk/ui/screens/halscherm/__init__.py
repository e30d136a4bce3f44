"""The screen in the hall: number and desk, last four calls, no names."""
