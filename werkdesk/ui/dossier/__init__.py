"""What the panels of a visit share: the seam to the visit, drafts, dates, the name card.

Screens do not know each other. The visit gets its panels from the composition root as ``parts.VisitParts``.
"""
