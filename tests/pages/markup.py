"""Reads a page as a browser's strictest reader would: what is wrong with it, and what it holds."""

from html.parser import HTMLParser

VOID = frozenset({"meta", "link", "img", "input", "br", "hr", "use", "path", "rect", "circle", "line"})
FIELDS = frozenset({"input", "select", "textarea"})


class Page(HTMLParser):
    """A page's parts. `faults` is empty when it is well made."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.text, self.faults, self.headings, self.links, self.forms, self.resources = text, [], [], [], [], []
        self.title, self.language = "", None
        self._open, self._ids, self._named, self._labelled, self._fields = [], [], [], [], []
        self.feed(text)
        self.close()
        self._judge()

    def handle_starttag(self, tag, attrs):
        self._take(tag, dict(attrs))
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self._take(tag, dict(attrs))

    def handle_endtag(self, tag):
        if tag in VOID:
            return
        if not self._open or self._open.pop() != tag:
            self.faults.append(f"</{tag}> closes what is not open at line {self.getpos()[0]}")

    def handle_data(self, data):
        if "title" in self._open:
            self.title += data
        if self._open and self._open[-1] in {"script", "style"} and data.strip():
            self.faults.append(f"inline {self._open[-1]}")

    def _take(self, tag, attrs):
        self.faults += [
            f"{tag} {name}" for name in attrs if name == "style" or name.startswith("on") or "javascript:" in (attrs[name] or "")
        ]
        if tag == "html":
            self.language = attrs.get("lang")
        if tag in {"h1", "h2", "h3", "h4", "h5", "h6"}:
            self.headings.append(int(tag[1]))
        if tag == "a":
            self.links.append(attrs.get("href", ""))
        if tag == "form":
            self.forms.append((attrs.get("method"), attrs.get("action")))
        if tag in {"link", "script", "img", "use"}:
            self.resources.append(attrs.get("href") or attrs.get("src") or "")
        if tag in FIELDS and attrs.get("type") not in {"hidden", "submit"}:
            self._fields.append(attrs.get("id"))
        if tag == "label":
            self._labelled.append(attrs.get("for"))
        if "id" in attrs:
            self._ids.append(attrs["id"])
        for name in ("aria-describedby", "aria-labelledby", "for"):
            self._named += (attrs.get(name) or "").split()
        if tag == "a" and attrs.get("href", "").startswith("#"):
            self._named.append(attrs["href"][1:])

    def _judge(self):
        self.faults += [f"<{tag}> is left open" for tag in self._open]
        self.faults += [f"id {one} is used twice" for one in sorted({one for one in self._ids if self._ids.count(one) > 1})]
        self.faults += [f"nothing has the id {one}" for one in sorted(set(self._named) - set(self._ids))]
        self.faults += [f"the field {one} has no label" for one in self._fields if one not in self._labelled]
        if 1 != self.headings.count(1):
            self.faults.append(f"{self.headings.count(1)} h1")
        steps = [(before, after) for before, after in zip(self.headings, self.headings[1:], strict=False) if after > before + 1]
        self.faults += [f"h{after} after h{before}" for before, after in steps]
        if "da" != self.language or not self.title:
            self.faults.append("no language or title")
