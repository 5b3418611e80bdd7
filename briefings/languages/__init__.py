"""The shelf of linguistic knowledge that the stages share: one folder a language, the same file names in each."""
