"""The short form of the training agreement: terms, years with milestones and costs, totals while typing."""
