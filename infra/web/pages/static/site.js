// Nothing on the pages needs this; it only adds to them.

// The design system's own parts: the date picker and the menu of a narrow screen.
if (window.DKFDS) DKFDS.init();

// A button that prints does nothing without this, so until now it was hidden.
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}

// A case's page says when something has come about the case. The page itself stays as its address names it.
for (const notice of document.querySelectorAll("[data-changes]")) {
  const source = new EventSource(notice.dataset.changes);
  source.addEventListener("changed", () => {
    notice.firstElementChild.hidden = false;
    source.close();
  });
}
