"""The XMP packet (ISO 16684-1): PDF/A-2a, PDF/UA-1 and the same facts as the information dictionary."""

from __future__ import annotations

from xml.sax.saxutils import escape

from werkdesk.letters.tagging.about import About

_OPEN = (
    '<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n'
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"'
    ' xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">\n'
)
# PDF/A-2 knows only the schemas it names; that of PDF/UA has to be described in the packet (ISO 19005-2,
# 6.6.2.3).
_UA_SCHEMA = (
    '<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"'
    ' xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"'
    ' xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">\n'
    '<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">'
    "<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"
    '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">'
    "<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>"
    "<pdfaProperty:category>internal</pdfaProperty:category>"
    "<pdfaProperty:description>PDF/UA part</pdfaProperty:description>"
    "</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>\n"
)
_CLOSE = '</rdf:RDF></x:xmpmeta>\n<?xpacket end="w"?>'


def xmp_packet(about: About) -> bytes:
    """The packet in UTF-8, uncompressed as every PDF/A reader accepts it."""
    moment = f"{about.made.isoformat()}T00:00:00+00:00"
    facts = (
        _alternatives("dc:title", about.title),
        _list("dc:creator", "Seq", about.author),
        _alternatives("dc:description", about.subject),
        _list("dc:language", "Bag", about.language),
        _plain("xmp:CreateDate", moment),
        _plain("xmp:ModifyDate", moment),
        _plain("xmp:CreatorTool", about.creator),
        _plain("pdf:Producer", about.producer),
        _plain("pdf:Keywords", about.keywords),
        _plain("pdfaid:part", "2"),
        _plain("pdfaid:conformance", "A"),
        _plain("pdfuaid:part", "1"),
    )
    body = "\n".join(facts) + "\n</rdf:Description>\n"
    return (_OPEN + body + _UA_SCHEMA + _CLOSE).encode()


def _plain(name: str, value: str) -> str:
    return f"<{name}>{escape(value)}</{name}>"


def _alternatives(name: str, value: str) -> str:
    return f'<{name}><rdf:Alt><rdf:li xml:lang="x-default">{escape(value)}</rdf:li></rdf:Alt></{name}>'


def _list(name: str, kind: str, value: str) -> str:
    return f"<{name}><rdf:{kind}><rdf:li>{escape(value)}</rdf:li></rdf:{kind}></{name}>"
