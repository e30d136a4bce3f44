"""PDF/A-2a and PDF/UA-1 out of ReportLab's font and object machinery.

ReportLab parses and subsets the fonts, numbers the objects and writes the file. What it does not know
(structure tree, marked content, XMP, output intent, line ends before ``endstream``, a lawful ToUnicode map)
is here, one idea in a file, and always as a subclass: nothing of ReportLab is changed from outside.

Absent on purpose: links, form fields, pictures, transparency.
"""
