"""The language in which a functional administrator writes letters.

Headings, paragraphs, lists, tables, bold; fields, conditions, repetition, building blocks. Deliberately
absent: expressions, filters, attribute walks, HTML, file access, loops without end.
"""
