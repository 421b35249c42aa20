"""What is found before any rule runs: by reading the file, and by holding it against the schema."""

FILE_CHECKS = {
    "unreadable-file": "The file cannot be read as UTF-8 text.",
    "yaml-syntax": "The file is no YAML.",
    "yaml-value": "A value is YAML, but not what it looks like.",
    "duplicate-key": "A key stands twice in one mapping.",
    "unknown-key": "A key is none of the plan language.",
    "missing-value": "A value that is needed is missing.",
    "invalid-value": "A value cannot be read as what it stands for.",
}
"""Name of each, and what is wrong where it fires, in one sentence."""
