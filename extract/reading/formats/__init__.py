"""The formats that articles come in, one file each: a module ends in one FORMAT."""
