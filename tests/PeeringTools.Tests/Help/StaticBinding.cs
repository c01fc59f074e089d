using System.Management.Automation;
using System.Management.Automation.Language;
using System.Management.Automation.Runspaces;
using PeeringTools.Tests.Engine;

namespace PeeringTools.Tests.Help;

/// <summary>What PowerShell says of a call's parameters before it runs.</summary>
internal static class StaticBinding
{
    /// <summary>The problems of each call, in words; none where everything binds.</summary>
    public static IReadOnlyList<string> Problems(EngineSession session, IEnumerable<CommandAst> calls)
    {
        // The binder looks the commands up in the runspace of this thread.
        Runspace.DefaultRunspace = session.Runspace;
        try
        {
            return
            [
                .. from call in calls
                   from problem in StaticParameterBinder.BindCommand(call, resolve: true).BindingExceptions.Values
                   where !IsDecidedByInput(call, problem.BindingException)
                   select $"{call.Extent.Text}: {problem.BindingException.Message}",
            ];
        }
        finally
        {
            Runspace.DefaultRunspace = null;
        }
    }

    /// <summary>Which parameter set a call in a pipeline is of may be for the objects to say that come to it.</summary>
    private static bool IsDecidedByInput(CommandAst call, ParameterBindingException problem) =>
        problem.ErrorId == "AmbiguousParameterSet" && call.Parent is PipelineAst pipeline && pipeline.PipelineElements[0] != call;
}
