"""One module per format that findings are told in."""
