"""What is known of words and of the names of people, whatever the article: titles, tenses, lists looked for all at once."""
