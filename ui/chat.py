"""The chat in the browser: a Gradio page over the server's HTTP interface. Knows nothing of how answers are made."""

from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import gradio as gr
import httpx

from server.schema import Language
from ui.client import NoAnswerError, ask
from ui.conversation import Turn, conversation_html
from ui.texts import texts

_HISTORY = 10  # earlier questions sent along
_TURNS = 50  # shown; older ones scroll away
_AT_ONCE = 16

_SHOW_LATEST = """() => {
    const asked = document.querySelectorAll(".conversation .question");
    if (asked.length) asked[asked.length - 1].scrollIntoView({block: "start"});
}"""

CSS = Path(__file__).with_name("chat.css").read_text(encoding="utf-8")

Transport = Callable[[str], httpx.AsyncBaseTransport]


def chat(transport: Transport, key: str | None = None, first: Language = "fi") -> gr.Blocks:
    """Return the page.

    Args:
        transport: gives the way to the server for a client's address.
        key: the server's API key, where it asks for one.
        first: the language that the page opens in.
    """
    said = texts()
    shown = said[first]
    page: gr.Blocks
    with gr.Blocks(title=shown.title, analytics_enabled=False, fill_width=False) as page:
        turns = gr.State([])
        with gr.Row(elem_classes="top"):
            heading = gr.HTML(_heading(first))
            language = gr.Radio(
                [(one.name, code) for code, one in said.items()], value=first, label=shown.language, elem_id="language"
            )
        conversation = gr.HTML(conversation_html([], shown), elem_id="conversation")
        with gr.Row(equal_height=True):
            question = gr.Textbox(
                label=shown.question, placeholder=shown.placeholder, lines=1, max_lines=4, scale=8, elem_id="question"
            )
            send = gr.Button(shown.send, variant="primary", scale=1, min_width=110, elem_id="send")
            new = gr.Button(shown.new, scale=1, min_width=110, elem_id="new")
        examples = gr.HTML(_examples_title(first))
        with gr.Row(elem_classes="examples"):
            buttons = [gr.Button(text, size="sm") for text in shown.examples]

        async def answer(
            text: str, before: list[Turn], code: Language, request: gr.Request
        ) -> AsyncIterator[tuple[str, list[Turn], str]]:
            text = text.strip()
            if not text:
                yield "", before, conversation_html(before, said[code])
                return
            before = before[-_TURNS:]
            yield "", before, conversation_html([*before, Turn(text)], said[code])
            history = [turn.question for turn in before if turn.answer is not None][-_HISTORY:]
            client = request.client.host if request and request.client else ""
            try:
                turn = Turn(text, await ask(transport(client), text, history, key, said[code]))
            except NoAnswerError as exc:
                turn = Turn(text, problem=str(exc))
            yield "", [*before, turn], conversation_html([*before, turn], said[code])

        def speak(code: Language, before: list[Turn]) -> list[Any]:
            one = said[code]
            return [
                _heading(code),
                gr.update(label=one.language),
                conversation_html(before, one),
                gr.update(label=one.question, placeholder=one.placeholder),
                one.send,
                one.new,
                _examples_title(code),
                *one.examples,
            ]

        def clear(code: Language) -> tuple[str, list[Turn], str]:
            return "", [], conversation_html([], said[code])

        outputs = [question, turns, conversation]
        hidden: dict[str, Any] = {"api_visibility": "private", "show_progress": "hidden"}
        asked = [(question.submit, question), (send.click, question), *((button.click, button) for button in buttons)]
        for trigger, source in asked:
            done = trigger(answer, [source, turns, language], outputs, concurrency_limit=_AT_ONCE, **hidden)
            done.then(None, js=_SHOW_LATEST)
        new.click(clear, [language], outputs, **hidden)
        spoken = [heading, language, conversation, question, send, new, examples, *buttons]
        language.change(speak, [language, turns], spoken, **hidden)
    return page


def theme() -> gr.Theme:
    """Return a theme with the reader's own fonts, so that none is fetched."""
    fonts = ["system-ui", "Segoe UI", "Roboto", "sans-serif"]
    plain = gr.themes.Base(font=fonts, font_mono=["ui-monospace", "monospace"])
    # Dark enough for white letters (WCAG AA), in both of the browser's colour schemes.
    return plain.set(
        button_primary_background_fill="#003580",
        button_primary_background_fill_dark="#003580",
        button_primary_background_fill_hover="#00255a",
        button_primary_background_fill_hover_dark="#00255a",
        button_primary_text_color="#ffffff",
        button_primary_text_color_dark="#ffffff",
        input_placeholder_color="#5a6472",
        block_label_text_color="#3a4350",
        block_title_text_color="#3a4350",
    )


def _heading(code: Language) -> str:
    one = texts()[code]
    return f'<header lang="{code}"><h1>{one.title}</h1><p>{one.about}</p></header>'


def _examples_title(code: Language) -> str:
    return f'<h2 class="examples-title">{texts()[code].examples_title}</h2>'
