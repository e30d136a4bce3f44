"""From the parts of a letter to pages.

Own layout instead of ReportLab's Platypus, for three measured or read reasons: Platypus alone costs 1.41
times a raw canvas where the goal for a whole tagged letter is 1.5; its paragraphs read markup, and here data
must never be markup; and text that fits nowhere raises in the middle of a document. Here text becomes lines,
lines and table rows become strips, strips are dealt over pages, and only then is anything painted, so "pagina
x van y" is known.
"""
