using System.Management.Automation;

namespace PeeringTools.Tests.Engine;

/// <summary>Everything one script gave: its streams, how it ended, and what a person would have read.</summary>
internal sealed record ScriptRun
{
    public required IReadOnlyList<PSObject> Output { get; init; }

    /// <summary>Errors that did not end the script, in order; a terminating one is <see cref="Terminating"/>.</summary>
    public required IReadOnlyList<ErrorRecord> Errors { get; init; }

    public required IReadOnlyList<string> Warnings { get; init; }

    public required IReadOnlyList<string> Verbose { get; init; }

    public required IReadOnlyList<InformationRecord> Information { get; init; }

    public required IReadOnlyList<ProgressRecord> Progress { get; init; }

    /// <summary>Stopped when the script was stopped: the engine then returns without an exception.</summary>
    public required PSInvocationState State { get; init; }

    /// <summary>The error that ended the script, or null.</summary>
    public ErrorRecord? Terminating { get; init; }

    /// <summary>What was written to the host: formatted views, -WhatIf lines.</summary>
    public required string Text { get; init; }

    /// <summary>The output of a script that must have run without any error.</summary>
    public IReadOnlyList<PSObject> Clean()
    {
        Assert.Null(Terminating?.ToString());
        Assert.Empty(Errors.Select(error => error.ToString()));
        return Output;
    }

    /// <summary>The one object such a script gave.</summary>
    public PSObject Single() => Assert.Single(Clean());

    /// <summary>The one error of a script that otherwise ran through. A cmdlet that ends with an error ends its statement, not the script.</summary>
    public ErrorRecord SingleError()
    {
        Assert.Null(Terminating?.ToString());
        return Assert.Single(Errors);
    }
}
