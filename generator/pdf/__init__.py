"""The PDF back end: neutral Markdown to Typst to PDF."""
