"""Reading the rule tables: what this desk computes with, and the article behind every date."""
