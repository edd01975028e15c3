"""The domain: model, loading, checks, problems. Knows no site builder, no HTML, no network."""
