"""Search as you type over every person this desk may see."""
