namespace Microsoft.Azure.Commands.Profile.Models.Core;

/// <summary>Has the members of Az's own that anybody asks for; the name is what makes it a context.</summary>
public sealed class PSAzureContext
{
    public object? Account { get; set; }

    public object? Tenant { get; set; }

    public object? Subscription { get; set; }

    public object? Environment { get; set; }
}
