"""Files and settings as nobody would write them: `make fuzz`."""
