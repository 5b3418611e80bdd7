"""SHIPPING: files become the edition in the archive, whole, with the record of what was published."""
