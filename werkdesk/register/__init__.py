"""The central register: HTTP in, PostgreSQL below, words and rules shared with the desks."""
