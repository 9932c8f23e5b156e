"""Who said what: reports of speech, their extent, their speakers."""
