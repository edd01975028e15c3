"""Guide -> paper and files: PDF by Typst. Knows no site builder; pages only hear which documents there are."""
