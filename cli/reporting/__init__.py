"""`jijitsu report`: what was read and found, as one page for a browser."""
