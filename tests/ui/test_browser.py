"""The chat in a real browser, over a real process."""

import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.expected_conditions import text_to_be_present_in_element
from selenium.webdriver.support.ui import WebDriverWait

from tests.served import Served, served

_FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync", "--window-size=1200,1400"),
)
_SECONDS = 90


@pytest.fixture(scope="module")
def server() -> Served:
    return served()


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[webdriver.Chrome]:
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    driver = shutil.which("chromedriver")
    if chromium is None or driver is None:
        message = "no chromium with chromedriver is installed (Debian: apt install chromium chromium-driver)"
        if os.environ.get("LAHDE_TEST_DATA"):
            pytest.fail(message)
        pytest.skip(message)
    options = webdriver.ChromeOptions()
    options.binary_location = chromium
    for flag in (*_FLAGS, f"--user-data-dir={tmp_path_factory.mktemp('browser')}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"performance": "ALL", "browser": "ALL"})
    chrome = webdriver.Chrome(options=options, service=Service(driver))
    try:
        yield chrome
    finally:
        chrome.quit()


@pytest.fixture
def page(browser: webdriver.Chrome, server: Served) -> webdriver.Chrome:
    browser.get(server.url)
    wait(browser, "#question textarea")
    return browser


def wait(browser: webdriver.Chrome, selector: str, count: int = 1) -> list[WebElement]:
    WebDriverWait(browser, _SECONDS).until(lambda one: len(one.find_elements(By.CSS_SELECTOR, selector)) >= count)
    return browser.find_elements(By.CSS_SELECTOR, selector)


def ask(browser: webdriver.Chrome, text: str) -> WebElement:
    """Ask with the keyboard alone and return the answer."""
    before = len(browser.find_elements(By.CSS_SELECTOR, ".answer:not(.waiting)"))
    field = browser.find_element(By.CSS_SELECTOR, "#question textarea")
    field.send_keys(text)
    field.send_keys(Keys.ENTER)
    return wait(browser, ".answer:not(.waiting)", before + 1)[-1]


def test_an_answer_comes_with_its_place(page: webdriver.Chrome) -> None:
    answer = ask(page, "Paljonko Kuikkaranta sai vuonna 2021?")
    assert "5 100 €" in answer.text.replace("\u00a0", " ")
    summary = answer.find_element(By.CSS_SELECTOR, ".citation summary")
    summary.send_keys(Keys.ENTER)
    assert "Kuikkaranta" in answer.find_element(By.CSS_SELECTOR, ".citation blockquote").text
    link = answer.find_element(By.CSS_SELECTOR, ".citation a").get_attribute("href") or ""
    page.get(link)
    picture = wait(page, "img")[0]
    assert int(picture.get_attribute("naturalWidth") or 0) > 500


def test_a_follow_up_is_understood_by_its_history(page: webdriver.Chrome) -> None:
    ask(page, "Paljonko Kuikkaranta sai vuonna 2021?")
    answer = ask(page, "Entä Ahvenlampi?")
    assert "2 300 €" in answer.text.replace("\u00a0", " ")


def test_the_language_of_all_texts_changes(page: webdriver.Chrome) -> None:
    for name, send, title in (
        ("Svenska", "Fråga", "Exempel"),
        ("English", "Ask", "Examples"),
        ("Suomi", "Kysy", "Esimerkkejä"),
    ):
        page.find_element(By.XPATH, f"//*[@id='language']//label[contains(., '{name}')]").click()
        WebDriverWait(page, _SECONDS).until(text_to_be_present_in_element((By.ID, "send"), send))
        assert page.find_element(By.CSS_SELECTOR, ".examples-title").text == title


def test_an_example_is_asked_by_its_button(page: webdriver.Chrome) -> None:
    button = page.find_element(By.CSS_SELECTOR, ".examples button")
    text = button.text
    button.send_keys(Keys.ENTER)
    assert wait(page, ".question p")[0].text == text
    wait(page, ".answer:not(.waiting)")


def test_nothing_of_a_document_or_question_runs(page: webdriver.Chrome) -> None:
    title = page.title
    asked = '<img src=x onerror="document.title=1"> ${document.title=2} {{1}} ![k](http://kuvat.example/y.png)'
    ask(page, asked)
    assert page.find_elements(By.CSS_SELECTOR, ".question p")[-1].text == asked
    answer = ask(page, "Missä pelastusliivit säilytetään?")
    for summary in answer.find_elements(By.CSS_SELECTOR, ".citation summary"):
        summary.send_keys(Keys.ENTER)
    quotes = "".join(quote.text for quote in answer.find_elements(By.CSS_SELECTOR, ".citation blockquote"))
    assert '<script>document.title = "kaapattu"</script>' in quotes
    assert "![kuva](http://kuvat.example/x.png)" in answer.text
    assert "${1+1}" in answer.text
    assert "{{1+1}}" in answer.text
    assert page.title == title
    assert not page.find_elements(By.CSS_SELECTOR, ".conversation img, .conversation script")


def test_the_page_speaks_to_its_own_server_alone(page: webdriver.Chrome, server: Served, tmp_path: Path) -> None:
    ask(page, "Milloin vuokraamo aukeaa?")
    page.save_screenshot(str(tmp_path / "chat.png"))
    sent = []
    for entry in page.get_log("performance"):  # type: ignore[no-untyped-call]
        message = json.loads(entry["message"])["message"]
        if message["method"] == "Network.requestWillBeSent":
            sent.append(message["params"]["request"]["url"])
    assert sent
    assert not [url for url in sent if not url.startswith((server.url, "data:", "blob:", "chrome:"))]
    said = page.get_log("browser")  # type: ignore[no-untyped-call]
    severe = [entry["message"] for entry in said if entry["level"] == "SEVERE"]
    assert not [text for text in severe if "favicon" not in text], severe
