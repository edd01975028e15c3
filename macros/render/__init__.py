"""From the guide to pages: HTML fragments through small autoescaping templates. Knows no site builder."""
