"""The manual's pages, Markdown: one topic a file, shown by `jijitsu help TOPIC` and taken up by the site.

A page begins with `# ` and its title, which the list of topics shows.
"""
