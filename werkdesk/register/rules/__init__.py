"""Rule tables of an office: proposed by one person, approved by another, signed, published in the feed."""
