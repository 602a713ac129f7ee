"""Driving Chromium over a real server. Fixtures `address`, `browser` and `page` are in conftest; a module that
defines its own fixture `data` gets a server over that."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
MARKS = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium installed (Debian: apt install chromium)"),
]
DESKTOP = {"width": 1280, "height": 800}
PHONE = {"width": 320, "height": 640}
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
IN_VIEW = """element => {
  const box = element.getBoundingClientRect();
  return box.top < innerHeight && box.bottom > 0 && box.top >= 0;
}"""
# Fields, links and tables that a screen reader couldn't name, references that lead nowhere, headings that skip a level.
NAMELESS = """() => {
  const poor = [];
  const named = e => e.textContent.trim() || e.getAttribute('aria-label');
  for (const e of document.querySelectorAll('input:not([type=hidden]), select, textarea'))
    if (!e.labels.length && !e.getAttribute('aria-label')) poor.push('field ' + e.name);
  for (const e of document.querySelectorAll('a, button')) if (!named(e)) poor.push('link ' + e.outerHTML.slice(0, 80));
  for (const e of document.querySelectorAll('main table:not(.paper table, .facts-table)')) {
    if (!e.caption) poor.push('table ' + e.textContent.trim().slice(0, 40));
    for (const head of e.querySelectorAll('th')) if (!head.scope) poor.push('head ' + head.textContent);
  }
  for (const name of ['aria-describedby', 'aria-labelledby'])
    for (const e of document.querySelectorAll(`[${name}]`))
      for (const id of e.getAttribute(name).split(' '))
        if (!document.getElementById(id)) poor.push(`${name} ${id}`);
  const ids = [...document.querySelectorAll('[id]')].map(e => e.id);
  for (const id of ids) if (ids.indexOf(id) !== ids.lastIndexOf(id)) poor.push('twice ' + id);
  let level = 0;
  for (const e of document.querySelectorAll('h1, h2, h3, h4, h5, h6')) {
    if (e.closest('.paper')) continue;
    if (+e.tagName[1] > level + 1) poor.push('heading ' + e.textContent);
    level = +e.tagName[1];
  }
  return [...new Set(poor)];
}"""
CONTRAST = """() => {
  const channel = v => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
  const light = c => 0.2126 * channel(c[0]) + 0.7152 * channel(c[1]) + 0.0722 * channel(c[2]);
  const parse = text => text.match(/[\\d.]+/g).map(Number);
  const behind = element => {
    for (let e = element; e; e = e.parentElement) {
      const c = parse(getComputedStyle(e).backgroundColor);
      if (c.length < 4 || c[3] === 1) return c;
    }
    return [255, 255, 255];
  };
  const poor = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || element.closest('script, option, .hidden-label, .skip')) continue;
    const [a, b] = [light(parse(getComputedStyle(element).color)), light(behind(element))];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < 4.5) poor.push(element.tagName + '.' + element.className + ' ' + ratio.toFixed(2));
  }
  return [...new Set(poor)];
}"""


@contextmanager
def serving(data: Path) -> Iterator[str]:
    """A server over a data folder; its address."""
    command = [sys.executable, "-m", "service.cli", "serve", "--port", "0", "--data", str(data)]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8")
    assert server.stdout is not None
    stuck = threading.Timer(60, server.kill)  # a server that never says its address ends the wait
    stuck.start()
    try:
        said = ""
        for line in server.stdout:
            said += line
            found = re.search(r"http://[\w.:]+", line)
            if found:
                yield found.group()
                break
        else:
            pytest.fail(f"the server did not start: {said}")
    finally:
        stuck.cancel()
        server.terminate()
        server.wait(20)


def open_page(
    browser: Any, address: str, size: dict[str, int], *, refused: tuple[int, ...] = (), **options: object
) -> Iterator[Any]:
    """A page; any request to another host or message on the console fails the test. `refused`: statuses of answers
    that the test provokes."""
    context = browser.new_context(viewport=size, base_url=address, locale="vi-VN", **options)
    made = context.new_page()
    made.set_default_timeout(20_000)
    troubles: list[str] = []
    # A page that isn't there is visited on purpose.
    awaited = [f"status of {status}" for status in (404, *refused)]
    made.on("console", lambda m: None if any(one in m.text for one in awaited) else troubles.append(m.text))
    made.on("pageerror", lambda error: troubles.append(str(error)))
    made.on("request", lambda r: None if r.url.startswith(address) else troubles.append(r.url))
    yield made
    context.close()
    assert not troubles
