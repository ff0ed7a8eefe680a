namespace NewsExtract.Learning.Models;

/// <summary>A model file that is no model, damaged, or of another version: the message says which, and what to do.</summary>
public sealed class ModelFileException(string message, Exception? inner = null) : Exception(message, inner);
