"""`python -m jijitsu` is `jijitsu`."""

from jijitsu.cli.app import main

if __name__ == "__main__":
    main()
