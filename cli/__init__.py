"""The doors: commands, and what claims and findings look like outside."""
