// Learned extractors come with their own issue; the project holds its place and its reference rules.
