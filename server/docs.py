"""The interface described as one plain page at /docs, from the app's own OpenAPI description.

Swagger UI would come from another host, which neither the policy of the pages nor an offline network allows.
"""

import json
from html import escape
from typing import Any

DOCS_POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'"

_STYLE = """body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1b1b1b}
code,pre{font-family:ui-monospace,monospace;background:#f2f4f7}pre{padding:.8rem;overflow:auto}
table{border-collapse:collapse;width:100%}td,th{border:1px solid #c8ccd2;padding:.3rem .5rem;text-align:left;
vertical-align:top}section{border-top:2px solid #003580;margin-top:2rem}"""

_EXAMPLE = """curl -s http://127.0.0.1:8000/v1/ask -H 'Content-Type: application/json' \\
     -d '{"question": "…", "history": []}'"""


def described(openapi: dict[str, Any]) -> str:
    """Return the description as HTML."""
    paths = "".join(
        _operation(path, method, operation)
        for path, methods in openapi["paths"].items()
        for method, operation in methods.items()
    )
    models = "".join(_model(name, model) for name, model in sorted(openapi["components"]["schemas"].items()))
    info = openapi["info"]
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{escape(info["title"])} API</title>'
        f'<meta name="viewport" content="width=device-width"><style>{_STYLE}</style></head><body>'
        f"<h1>{escape(info['title'])}: HTTP interface</h1><p>{escape(info['summary'])} Machine-readable: "
        f'<a href="/openapi.json">/openapi.json</a>.</p><pre>{escape(_EXAMPLE)}</pre>'
        f"{paths}<h2>Models</h2>{models}</body></html>"
    )


def _operation(path: str, method: str, operation: dict[str, Any]) -> str:
    rows = "".join(
        f"<tr><td><code>{escape(one['name'])}</code> ({escape(one['in'])})</td><td>{_kind(one['schema'])}</td></tr>"
        for one in operation.get("parameters", [])
    )
    body = operation.get("requestBody", {}).get("content", {}).get("application/json", {}).get("schema")
    answers = operation["responses"]["200"].get("content", {}).get("application/json", {}).get("schema", {})
    takes = f"<p>Takes {_kind(body)}.</p>" if body else ""
    return (
        f"<section><h2><code>{method.upper()} {escape(path)}</code></h2><p>{escape(operation.get('description', ''))}"
        f"</p>{f'<table>{rows}</table>' if rows else ''}{takes}<p>Gives {_kind(answers)}.</p></section>"
    )


def _model(name: str, model: dict[str, Any]) -> str:
    required = set(model.get("required", []))
    rows = "".join(
        f"<tr><td><code>{escape(field)}</code>{'' if field in required else ' (optional)'}</td><td>{_kind(said)}</td>"
        f"<td>{escape(said.get('description', ''))}</td></tr>"
        for field, said in model.get("properties", {}).items()
    )
    about = escape(model.get("description", ""))
    return f'<h3 id="{escape(name)}">{escape(name)}</h3><p>{about}</p><table>{rows}</table>'


def _kind(schema: dict[str, Any]) -> str:
    """Return a type in words, with a link where it is a model."""
    if "$ref" in schema:
        name = escape(schema["$ref"].rpartition("/")[2])
        return f'<a href="#{name}">{name}</a>'
    if "anyOf" in schema:
        return " or ".join(_kind(one) for one in schema["anyOf"])
    if "enum" in schema:
        return " | ".join(f"<code>{escape(json.dumps(one))}</code>" for one in schema["enum"])
    if schema.get("type") == "array":
        return f"list of {_kind(schema['items'])}"
    return escape(str(schema.get("type", "anything")))
