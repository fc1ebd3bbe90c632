"""What a dossier claims to be: PDF/A-3a, and with it PDF/UA-1, for those who have a page read to them."""

import pikepdf

VARIANT = "pdf/a-3a"
_END = b"</rdf:RDF>"
_ACCESSIBLE = b"""
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part="1"/>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
  xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>The part of ISO 14289 that the file follows</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
"""
"""PDF/A does not know the property of PDF/UA, so the file explains it."""


def claim_accessibility(pdf: pikepdf.Pdf) -> None:
    """Say that a PDF/A is PDF/UA-1 as well: WeasyPrint writes one claim a file."""
    before, end, after = pdf.Root.Metadata.read_bytes().rpartition(_END)
    if not end:
        raise ValueError("the PDF has no metadata to put the claim into")
    pdf.Root.Metadata.write(before + _ACCESSIBLE + end + after)
