"""The short intake: one question at a time, answered by digit, never blocking."""
