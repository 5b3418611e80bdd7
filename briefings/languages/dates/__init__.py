"""The grammar of dates that every language shares: words become items, rules join them, moments say what they mean."""
