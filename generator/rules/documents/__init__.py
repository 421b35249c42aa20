"""Whether the documents that a plan becomes have gaps or speak with two tongues."""
