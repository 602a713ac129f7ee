"""Every Vietnamese sentence that code shows a user: errors, advice, progress. Templates hold their own.

A message says what happened and what to do next. `{name}` parts are filled by `str.format`.
Grouped by the room that uses them; keep each group sorted by name.
"""

from __future__ import annotations

# --- ingest/read -------------------------------------------------------------------------------

# --- ingest/sandbox ----------------------------------------------------------------------------

# --- index -------------------------------------------------------------------------------------

# --- service -----------------------------------------------------------------------------------
