"""Where the compiler finds Material's icons."""


def icon_path(name: str) -> str:
    """Return where the compiler finds the icon."""
    return f"icons/{name}.svg"
