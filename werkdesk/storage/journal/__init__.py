"""The second, separate copy of unsent acts: one append-only file of sealed frames.

The cache holds the same acts; each is rebuilt from the other after damage (security.md 6.4, sync.md T27).
"""
