"""The job, to be read aloud: files checked, planned, placed, and written; the world is handed in."""
