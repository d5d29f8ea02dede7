"""What the commands do: settings and files in, the pipeline called, a report printed, an exit status out."""
