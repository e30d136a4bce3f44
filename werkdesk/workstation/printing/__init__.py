"""PDF bytes to a printer of this workstation, to the letter: no picture of a page, no scaling, no temporary
file.

One interface (``printer``), three ways: CUPS on Linux, GDI through PDFium on Windows, a folder for "bewaar
als PDF". What a printer knows of a job is its reference, never a name.
"""
