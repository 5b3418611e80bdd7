"""The pages above the editions: the archive by time, by name and by story, feeds, and what the search reads."""
