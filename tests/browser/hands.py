"""Two ways to use a page: pointing at things, and the keyboard alone."""

from abc import ABC, abstractmethod

from playwright.sync_api import Locator, Page

TABS = 400
"""More than any page has stops."""
FOCUSED = "one => one === document.activeElement"
STOP = """(target) => {
  const one = document.activeElement, style = getComputedStyle(one), box = one.getBoundingClientRect();
  const ringed = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2 && box.width > 0 && box.height > 0;
  return [one === target, ringed || one === document.body];
}"""
"""Whether the target has the focus, and whether a ring is drawn around what has it. After the last stop nothing has it."""


class Hands(ABC):
    """How somebody uses a page."""

    def __init__(self, page: Page) -> None:
        self.page = page

    @abstractmethod
    def press(self, target: Locator) -> None:
        """Follow a link, press a button, or unfold what is folded."""

    @abstractmethod
    def write(self, field: Locator, text: str) -> None:
        """Replace what stands in a field."""

    @abstractmethod
    def choose(self, field: Locator, option: str) -> None:
        """Choose from a list."""


class Mouse(Hands):
    """Points at things."""

    def press(self, target: Locator) -> None:
        target.click()

    def write(self, field: Locator, text: str) -> None:
        field.fill(text)

    def choose(self, field: Locator, option: str) -> None:
        field.select_option(label=option)


class Keyboard(Hands):
    """Never touches the mouse. Wherever it stops, the focus must be seen."""

    def press(self, target: Locator) -> None:
        self.reach(target)
        self.page.keyboard.press("Enter")

    def write(self, field: Locator, text: str) -> None:
        self.reach(field)
        self.page.keyboard.press("Control+A")
        self.page.keyboard.insert_text(text)

    def choose(self, field: Locator, option: str) -> None:
        self.reach(field)
        for _ in range(field.locator("option").count()):
            if option == field.evaluate("one => one.selectedOptions[0].label"):
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"The arrow keys did not come to {option!r}.")

    def reach(self, target: Locator) -> None:
        """Press Tab until the target has the focus."""
        there = target.evaluate(FOCUSED)
        for _ in range(TABS):
            if there:
                return
            self.page.keyboard.press("Tab")
            there, is_seen = target.evaluate(STOP)
            assert is_seen, f"nobody sees where the focus is: {self.focused()}"
        raise AssertionError(f"Tab did not come to {target}.")

    def focused(self) -> str:
        """Give the beginning of what has the focus."""
        return self.page.evaluate("document.activeElement.outerHTML.slice(0, 200)")
