namespace PeeringTools.Changes;

/// <summary>One thing that can forbid a change, looked at before the first write.</summary>
internal interface IPreflightCheck
{
    IEnumerable<PeeringError> Find(PreflightContext context);
}
