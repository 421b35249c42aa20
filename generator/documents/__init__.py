"""Documents: template and views to neutral Markdown, and the navigation among them."""
