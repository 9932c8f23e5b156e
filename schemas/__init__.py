"""The nouns: plain frozen shapes that every other floor hands on. They import nothing of ours."""
