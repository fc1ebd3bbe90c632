"""The look of a dossier, on paper and on a screen."""

STYLE = """
@page { size: A4; margin: 20mm 16mm 18mm;
  @top-left { content: string(title); font: 8pt 'DejaVu Sans', sans-serif; color: #444 }
  @bottom-right { content: 'Side ' counter(page) ' af ' counter(pages); font: 8pt 'DejaVu Sans', sans-serif; color: #444 } }
html { font: 9pt/1.45 'DejaVu Sans', sans-serif; color: #1a1a1a; background: #fff; hyphens: manual }
body { margin: 0 auto; max-width: 64rem; padding: 0 1rem }
h1 { font-size: 17pt; line-height: 1.2; margin: 0 0 6pt; string-set: title content() }
h2 { font-size: 13pt; margin: 18pt 0 6pt; border-bottom: 1.5pt solid #00478f; padding-bottom: 2pt; break-after: avoid }
h3 { font-size: 10.5pt; margin: 12pt 0 4pt; break-after: avoid }
h3 + p { break-after: avoid }
p { margin: 0 0 6pt }
header p { border-left: 3pt solid #00478f; padding-left: 8pt }
nav ul { columns: 2; padding-left: 14pt; margin: 0 }
a { color: #00478f }
figure { margin: 0 0 8pt; break-inside: avoid }
figcaption { font-size: 8pt; color: #444 }
svg { width: 100%; height: auto; display: block }
table { table-layout: fixed; border-collapse: collapse; width: 100%; margin: 0 0 10pt; font-size: 7.5pt; line-height: 1.35 }
caption { text-align: left; color: #444; padding: 0 0 2pt; break-after: avoid }
thead th { border-bottom: 1pt solid #1a1a1a; text-align: left; padding: 2pt 5pt 2pt 0; vertical-align: bottom }
tbody th, td { border-bottom: .5pt solid #bbb; text-align: left; padding: 2.5pt 5pt 2.5pt 0; vertical-align: top;
  overflow-wrap: anywhere }
tbody tr { break-inside: avoid }
@media print { body { max-width: none; padding: 0 } }
@media screen { html { font-size: 11pt } table { font-size: .85rem } body { padding: 1rem } }
"""
