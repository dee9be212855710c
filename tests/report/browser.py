#!/usr/bin/env python3
"""Opens report pages in Chromium and does with them what an editor does: filters, keys, sorting, print, a narrow window, hostile input.

    browser.py PROGRAM

Needs chromium, chromium-driver and python3-selenium. Exit status 1 if anything is wrong, 77 if the browser is not there.
"""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

SKIPPED = 77
DEBIAN = "/usr/bin/python3"  # the one that Debian's python3-selenium belongs to, whatever PATH says
ROOT = pathlib.Path(__file__).resolve().parents[2]


def skip(why):
    print(f"not tested: {why}", file=sys.stderr)
    sys.exit(SKIPPED)


try:
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service
    from selenium.webdriver.common.by import By
    from selenium.webdriver.common.keys import Keys
except ImportError:
    if os.path.exists(DEBIAN) and not os.environ.get("MTLINT_BROWSER_AGAIN"):
        os.execve(DEBIAN, [DEBIAN, *sys.argv], {**os.environ, "MTLINT_BROWSER_AGAIN": "1"})
    skip("python3-selenium is not installed")

HOSTILE = "<script>alert(1)</script> </mark> \"onmouseover=alert(2) ' </script><img src=x onerror=alert(3)> javascript:alert(4) &amp; "
HOSTILE_NAMES = ["<script>alert(1)<", "\"onmouseover=alert(2) x.txt", "javascript:alert(3).txt", "</mark>", "\u202Egnp.txt"]
problems = []


def check(promise, holds, found=""):
    if not holds:
        problems.append(f"{promise}{f': {found}' if found != '' else ''}")


def same(promise, found, wanted):
    check(promise, found == wanted, f"{str(found)[:300]}, not {str(wanted)[:300]}")


# ---- pages


def run(program, out, *arguments):
    environment = {**os.environ, "MTLINT_DATA": str(ROOT)}
    done = subprocess.run([program, "check", "--quiet", "--reports", out, *arguments], env=environment, capture_output=True, check=False)
    if done.returncode > 1 and b"index.html" not in done.stderr:
        sys.exit(f"{arguments}: {done.stderr.decode()}")


def write_hostile(folder):
    """Texts whose every finding holds something that would like to be HTML, or to turn it round; and one with a great many."""
    folder.mkdir()
    body = "\n\n".join(
        f"{HOSTILE}Die US -{ending} kamen am Montag nach Berlin in Berlin in Berlin."
        for ending in ("Beamten<script>alert(5)</script>", "Minister\"onfocus=alert(6)", "Senatoren\u202Eneztäsrev", "Kräfte\x1b[31m\x07", "W" * 900)
    )
    names = [name.replace("/", "\u2215") for name in HOSTILE_NAMES]
    for name in names:
        (folder / (name if name.endswith(".txt") else name + ".txt")).write_text(body, encoding="utf-8")
    many = " ".join(f"Die US -Beamten sprachen am {day}. Tag mit den EU -Vertretern." for day in range(1, 5001))
    (folder / "many.txt").write_text(many, encoding="utf-8")
    return len(list(folder.iterdir()))


# ---- the browser


def start():
    chromium, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if not chromium or not driver:
        skip("chromium or chromium-driver is not installed")
    options = webdriver.ChromeOptions()
    options.binary_location = chromium
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--window-size=1280,900"):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    browser = webdriver.Chrome(service=Service(driver), options=options)
    browser.set_page_load_timeout(120)
    browser.set_script_timeout(120)
    return browser


class Page:
    def __init__(self, browser, path, fragment=""):
        self.browser, self.path = browser, path
        browser.get("about:blank")  # else only the fragment would change
        browser.get(path.as_uri() + fragment)

    def js(self, code, *arguments):
        return self.browser.execute_script(code, *arguments)

    def keys(self, *keys):
        for key in keys:
            self.browser.switch_to.active_element.send_keys(key)

    def press(self, facet, value):
        self.js("document.querySelector(`.tools button[data-facet='${arguments[0]}'][data-value='${arguments[1]}']`).click()", facet, value)

    def shown_cards(self):
        """[severity, category, number of places] of the cards that can be seen."""
        return self.js(
            "return [...document.querySelectorAll('.card')].filter((c) => getComputedStyle(c).display !== 'none')"
            ".map((c) => [c.dataset.severity, c.dataset.category, c.querySelectorAll('.places li').length])"
        )

    def shown_numbers(self):
        """Numbers of the findings whose number can be seen in the article."""
        return self.js(
            "return [...document.querySelectorAll('mark sup')].filter((s) => getComputedStyle(s).display !== 'none').map((s) => s.textContent)"
        )

    def list_numbers(self):
        return self.js(
            "return [...document.querySelectorAll('.places li')].filter((i) => getComputedStyle(i.closest('.card')).display !== 'none')"
            ".map((i) => i.querySelector('.n').textContent)"
        )

    def current(self):
        return self.js("const c = document.querySelector('.places li.current'); return c && c.querySelector('.n').textContent")

    def focused(self):
        return self.js("const i = document.activeElement.closest('.places li'); return i && i.querySelector('.n').textContent")

    def quiet(self):
        """Nothing was complained of, no window popped up, and the input made no element of its own."""
        log = [entry["message"] for entry in self.browser.get_log("browser")]
        same(f"{self.path.name}: console", log, [])
        same(f"{self.path.name}: scripts", self.js("return document.scripts.length"), 1)
        foreign = "return document.querySelectorAll('img, iframe, object, embed, link, form, [onmouseover], [onfocus], [onerror], a[href^=\"javascript\"]').length"
        same(f"{self.path.name}: elements of the input's making", self.js(foreign), 0)

    def no_sideways(self, what):
        wide = self.js("return document.documentElement.scrollWidth - document.documentElement.clientWidth")
        check(f"{self.path.name}: the page is not pushed sideways {what}", wide <= 0, f"{wide} px too wide")


# ---- what is asked of them


def check_order(page, findings):
    """The list is that of the JSON report, by rank, grouped; the article has the same numbers, by place."""
    numbers = sorted(range(len(findings)), key=lambda i: findings[i]["rank"])
    groups = []
    for i in numbers:
        if findings[i]["group"] not in groups:
            groups.append(findings[i]["group"])
    wanted = [str(i + 1) for group in groups for i in range(len(findings)) if findings[i]["group"] == group]
    same("the list is in the order of ranks", page.list_numbers(), wanted)
    same("each finding has its number in the article", sorted(page.shown_numbers(), key=int), sorted(wanted, key=int))
    texts = page.js(
        "return [...document.querySelectorAll('.places li')].map((i) => [i.querySelector('.n').textContent, i.querySelector('del, .text').textContent])"
    )
    for number, text in texts:
        check(f"{number} in the list is {number} of the report", text.endswith("…") or text == findings[int(number) - 1]["text"].replace("\n", " "), text)


def check_filters(page):
    before = page.shown_cards()
    page.press("severity", "major")
    same("by severity", page.shown_cards(), [c for c in before if c[0] == "major"])
    same("marks follow the filter", sorted(page.shown_numbers()), sorted(page.list_numbers()))
    off = page.js("return [...document.querySelectorAll('mark.off')].every((m) => getComputedStyle(m).backgroundColor === 'rgba(0, 0, 0, 0)')")
    check("what is filtered out is not highlighted", off and page.js("return document.querySelectorAll('mark.off').length") > 0)
    category = next(c[1] for c in before if c[0] == "major")
    page.press("category", category)
    both = [c for c in before if c[0] == "major" and c[1] == category]
    same("severity and category together", page.shown_cards(), both)
    status = page.browser.find_element(By.CSS_SELECTOR, ".status").text
    same("the count", status, f"{sum(c[2] for c in both)} of {sum(c[2] for c in before)} findings shown")
    page.press("severity", "major")
    same("by category", page.shown_cards(), [c for c in before if c[1] == category])
    counts = page.js("return [...document.querySelectorAll('.tools button[data-facet=category]')].map((b) => [b.dataset.value, +b.querySelector('.n').textContent])")
    same("counts on the buttons", dict(counts), {c[1]: sum(d[2] for d in before if d[1] == c[1]) for c in before})
    page.keys(Keys.ESCAPE)
    same("Esc shows all again", page.shown_cards(), before)
    same("and so do the marks", page.js("return document.querySelectorAll('mark.off').length"), 0)


def check_keys(page):
    order = page.list_numbers()
    page.keys("j")
    same("j: the first of the list", (page.current(), page.focused()), (order[0], order[0]))
    page.keys("j", "j")
    same("j, j: the third", (page.current(), page.focused()), (order[2], order[2]))
    marked = page.js("return [...document.querySelectorAll('mark.current')].some((m) => m.dataset.n.split(' ').some((n) => n.endsWith('-' + arguments[0])))", order[2])
    check("the same finding is marked in the article", marked)
    outline = page.js("return getComputedStyle(document.activeElement).outlineStyle")
    check("the focus can be seen", outline != "none", outline)
    page.keys("k")
    same("k: back to the second", (page.current(), page.focused()), (order[1], order[1]))
    why = "return document.querySelector('.places li.current').closest('.card').querySelector('details.why').open"
    page.keys("w")
    check("w opens the why", page.js(why))
    page.keys("w")
    check("w closes it", not page.js(why))
    page.keys(Keys.ESCAPE)
    same("Esc lets go", (page.current(), page.focused(), page.js("return document.querySelectorAll('.current').length")), (None, None, 0))
    page.keys("f")
    check("f goes to the filter", page.js("return document.activeElement.matches('.tools button')"))
    page.keys(Keys.ESCAPE, Keys.TAB)
    page.js("document.querySelector('mark a').click()")
    same("a mark leads to its entry", page.current(), page.js("return document.querySelector('mark sup').textContent"))
    page.keys(Keys.ESCAPE)


def check_print(page):
    shown = "return getComputedStyle(document.querySelector(arguments[0])).display !== 'none'"
    check("the filter is there on screen", page.js(shown, ".tools"))
    page.browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    check("no filter on paper", not page.js(shown, ".tools"))
    check("the list is on paper", page.js(shown, ".card"))
    lines = page.js("return [...document.querySelectorAll('mark')].every((m) => parseFloat(getComputedStyle(m).borderBottomWidth) > 0)")
    check("marks are drawn without colour", lines)
    page.browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})


def check_without_script(browser, path):
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    page = Page(browser, path)
    same("without script there are no controls", page.js("return document.querySelectorAll('.tools').length"), 0)
    check("without script all can be read", page.shown_cards() and sorted(page.shown_numbers()) == sorted(page.list_numbers()))
    browser.find_element(By.CSS_SELECTOR, "mark a").click()
    found = page.js("return document.querySelector('.places li:target .n').textContent")
    same("without script a mark leads to its entry", found, page.js("return document.querySelector('mark sup').textContent"))
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


def narrow(page):
    device = {"width": 390, "height": 844, "deviceScaleFactor": 1, "mobile": False}
    page.browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", device)
    same("the window is narrow", page.js("return innerWidth"), 390)
    page.no_sideways("at 390 px")
    page.browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def sheet(page):
    """A4 with the usual margins, at 96 dots an inch."""
    device = {"width": 718, "height": 1046, "deviceScaleFactor": 1, "mobile": False}
    page.browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", device)
    page.browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    page.no_sideways("on paper")
    page.browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})
    page.browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def report_of(path):
    return json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))["files"][0]["documents"][0]


def test_article(browser, out):
    path = next(out.glob("*de-hafenstreik.txt.html"))
    document = report_of(path)
    page = Page(browser, path)
    same("the line on top", page.js("return document.querySelector('.evidence').textContent"), document["evidence"])
    check_order(page, document["findings"])
    check_filters(page)
    check_keys(page)
    check_print(page)
    page.no_sideways("at 1280 px")
    narrow(page)
    sheet(page)
    page.quiet()
    page = Page(browser, path, "#n1-3")
    same("a link to a finding leads to it", page.current(), "3")
    page.quiet()
    check_without_script(browser, path)


def test_hostile(browser, out):
    pages = sorted(path for path in out.glob("*.html") if path.name != "index.html" and "many" not in path.name)
    same("every hostile name has its page", len(pages), len(HOSTILE_NAMES))
    for path in pages:
        page = Page(browser, path)
        heading = page.js("return document.querySelector('h1').textContent").rsplit("/", 1)[-1]
        check(f"{path.name}: its name is text", any(heading.startswith(name.replace("/", "\u2215").replace("\u202e", "\ufffd")) for name in HOSTILE_NAMES), heading)
        text = page.js("return document.querySelector('article').textContent")
        check(f"{path.name}: its text is text", HOSTILE.strip() in text.replace("\n", " "), text[:200])
        check(f"{path.name}: there are findings", page.js("return document.querySelectorAll('.card').length") > 0)
        turning = page.js("return document.querySelector('aside').textContent.includes('\\u202e')")
        check(f"{path.name}: nothing turns round what is said of it", not turning)
        narrow(page)
        page.quiet()


def test_many(browser, out):
    path = next(out.glob("*many.txt.html"))
    page = Page(browser, path)
    shown = page.js("return document.querySelectorAll('.places li').length")
    same("of a great many the page shows the first", shown, 2000)
    notice = page.js("return document.querySelector('.findings .notice').textContent")
    check("and says so", "2000" in notice and str(len(report_of(path)["findings"])) in notice, notice)
    fold = page.browser.find_element(By.CSS_SELECTOR, "details.more")
    check("a card with many places is folded", not page.js("return arguments[0].open", fold))
    said = fold.find_element(By.TAG_NAME, "summary").text
    same("it says how many", said, f"and {page.js('return arguments[0].querySelectorAll(`li`).length', fold)} more")
    page.keys(*"jjjjj")
    check("keys pass over what is folded", page.js("return !document.querySelector('.current').closest('details')"))
    fold.find_element(By.TAG_NAME, "summary").click()
    check("it opens", page.js("return arguments[0].open", fold))
    page.keys(Keys.ESCAPE, *"jjjjj")
    check("then keys go into it", page.js("return document.querySelector('.places li.current').closest('details') === arguments[0]", fold))
    page.js("arguments[0].open = false", fold)
    page.js("document.querySelectorAll('mark a')[1500].click()")
    check("a mark opens the fold that its entry is in", page.js("return document.querySelector('.places li.current').closest('details').open"))
    page.press("severity", page.shown_cards()[0][0])
    page.keys(Keys.ESCAPE, Keys.ESCAPE)
    page.quiet()


def test_index(browser, out, nfiles):
    page = Page(browser, out / "index.html")
    column = "return [...document.querySelectorAll('.index tbody tr')].map((r) => +r.cells[arguments[0]].dataset.value)"
    heads = page.js("return [...document.querySelectorAll('.index thead th')].map((h) => h.textContent)")
    need, words = heads.index("Need"), heads.index("Words")
    values = page.js(column, need)
    same("a row for each file", len(values), nfiles)
    same("what needs an editor most stands first", values, sorted(values, reverse=True))
    bars = page.js("return [...document.querySelectorAll('.index svg')].map((s) => [s.getAttribute('aria-label'), s.querySelectorAll('rect').length])")
    check("each bar says what it shows", bars and all(len(label.split(", ")) == parts for label, parts in bars), bars)
    click = "document.querySelectorAll('.index thead th')[arguments[0]].querySelector('button').click()"
    page.js(click, words)
    same("by words, the most first", page.js(column, words), sorted(page.js(column, words), reverse=True))
    page.js(click, words)
    same("by words, the fewest first", page.js(column, words), sorted(page.js(column, words)))
    same("the heading says so", page.js("return document.querySelectorAll('.index thead th')[arguments[0]].getAttribute('aria-sort')", words), "ascending")
    for link in page.js("return [...document.querySelectorAll('.index a')].map((a) => a.href)"):
        check("links lead to files of the folder", pathlib.Path(page.js("return decodeURIComponent(new URL(arguments[0]).pathname)", link)).is_file(), link)
    narrow(page)
    sheet(page)
    page.quiet()


def main(program):
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        browser = start()
        try:
            run(program, str(folder / "demo"), "reports/demo")
            test_article(browser, folder / "demo")
            test_index(browser, folder / "demo", len(list(pathlib.Path("reports/demo").iterdir())))
            nfiles = write_hostile(folder / "in")
            run(program, str(folder / "hostile"), "--lang", "de", "--max-findings", "20000", str(folder / "in"))
            test_hostile(browser, folder / "hostile")
            test_many(browser, folder / "hostile")
            test_index(browser, folder / "hostile", nfiles)
        finally:
            browser.quit()
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: browser.py PROGRAM")
    program_path = str(pathlib.Path(sys.argv[1]).resolve())
    os.chdir(ROOT)
    sys.exit(main(program_path))
