"""The visit: who is it, what runs, and the panels in the order of the work. Knows no other screen."""
