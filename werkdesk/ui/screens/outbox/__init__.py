"""What still has to reach the register, in sentences."""
