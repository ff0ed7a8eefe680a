namespace NewsExtract.Batch;

/// <summary>Where bytes of inputs lie that several machines see under one name.</summary>
public interface IBlobs
{
    /// <summary>Whether a path is one of this place's.</summary>
    bool Holds(string path);

    /// <summary>All inputs below a path; where there is none to be had, one that says why.</summary>
    IEnumerable<BatchInput> List(string path);

    /// <summary>One input; what is wrong with it shows when it is loaded.</summary>
    BatchInput Open(string path);
}
