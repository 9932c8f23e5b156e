"""The files that `jijitsu init` writes, as they are but for the words in capitals between @ signs."""
