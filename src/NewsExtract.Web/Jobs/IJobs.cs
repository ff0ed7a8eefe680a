namespace NewsExtract.Web.Jobs;

/// <summary>Work that takes longer than a request, done one after another in the background.</summary>
internal interface IJobs
{
    /// <summary>Links entities anew, as after a decision of a person.</summary>
    /// <param name="reason">Shown with the job.</param>
    /// <returns>The job's id.</returns>
    string EnqueueLink(string reason);

    /// <summary>Links entities anew in a while, as after a correction; several that follow each other cause one.</summary>
    void LinkSoon();
}
