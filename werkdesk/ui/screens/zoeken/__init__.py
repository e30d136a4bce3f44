"""The one search box: results as you type, and a new person after a search."""
