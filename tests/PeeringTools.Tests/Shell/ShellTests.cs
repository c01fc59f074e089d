using PeeringTools.Tests.Engine;

namespace PeeringTools.Tests.Shell;

/// <summary>PeeringTools.Shell as scripts and pipelines of other programs use it: no terminal, exit codes, two streams.</summary>
public sealed class ShellTests
{
    [Fact]
    public void A_command_finds_the_module_imported()
        => Assert.Equal(["PeeringTools"], ShellProcess.RunCommand("(Get-Module).Name").Clean());

    [Fact]
    public void Objects_are_formatted_and_no_colour_reaches_a_pipe()
    {
        var run = ShellProcess.RunCommand("Get-Command Connect-PeeringAccount; Get-Nothing");

        Assert.Contains("CommandType", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', run.Output + run.Errors);
    }

    [Theory]
    [InlineData("exit 7", 7)]
    [InlineData("'fine'", 0)]
    [InlineData("throw 'over'", 1)]
    [InlineData("Get-Nothing", 1)]
    [InlineData("Get-Nothing; 'but then fine'", 0)]
    [InlineData("if (", 1)]
    public void A_command_ends_with_the_code_it_earned(string command, int code)
        => Assert.Equal(code, ShellProcess.RunCommand(command).ExitCode);

    [Fact]
    public void Errors_warnings_and_verbose_go_to_standard_error()
    {
        var run = ShellProcess.RunCommand("$VerbosePreference = 'Continue'; $ExecutionContext.Host.UI.WriteWarningLine('careful'); Import-Module PeeringTools; throw 'over'");

        Assert.Equal("", run.Output.Trim());
        Assert.Contains("WARNING: careful", run.Errors, StringComparison.Ordinal);
        Assert.Contains("over", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_script_gets_its_arguments_by_name_and_by_position_and_knows_where_it_is()
    {
        using var script = new TemporaryScript("""
            param([string] $Name, [int] $Count, [switch] $Loud, [Parameter(ValueFromRemainingArguments)] $Rest)
            "$Name,$Count,$Loud,$Rest"
            $PSCommandPath
            """);

        var run = ShellProcess.Run(script.Path, "it's $(1)", "-Count", "3", "-Loud", "more");

        Assert.Equal(["it's $(1),3,True,more", script.Path], run.Clean());
    }

    [Fact]
    public void Arguments_a_script_does_not_take_fail_it_before_it_runs()
    {
        using var script = new TemporaryScript("param([int] $Count) 'ran'");

        var run = ShellProcess.Run(script.Path, "-Count", "many");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal("", run.Output);
        Assert.Contains("Count", run.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("'before'; exit 4; 'after'", 4)]
    [InlineData("$ErrorActionPreference = 'Stop'; 'before'; Get-Nothing; 'after'", 1)]
    [InlineData("'before'; & { exit 5 }; 'after'", 5)]
    public void A_script_that_ends_early_ends_there(string text, int code)
    {
        using var script = new TemporaryScript(text);

        var run = ShellProcess.Run(script.Path);

        Assert.Equal(code, run.ExitCode);
        Assert.Equal(["before"], run.Lines);
    }

    [Fact]
    public void A_script_that_does_not_parse_names_its_line()
    {
        using var script = new TemporaryScript("'one'\nif (1) {\n");

        var run = ShellProcess.Run(script.Path);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(script.Path + ":2", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_script_that_is_not_there_is_said_to_be_missing()
    {
        var run = ShellProcess.Run("no-such-script.ps1");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("no-such-script.ps1", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_from_a_pipe_are_run_one_after_the_other_until_exit()
    {
        var run = ShellProcess.RunPrompt("$kept = 'kept'\nif ($true) {\n$kept\n}\nexit 3\n'never'\n");

        Assert.Equal(3, run.ExitCode);
        Assert.Equal(["kept"], run.Lines);
    }

    [Fact]
    public void A_confirmation_nobody_can_answer_is_an_error_and_not_a_hang()
    {
        using var script = new TemporaryScript("""
            [CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'High')] param()
            $ErrorActionPreference = 'Stop'
            if ($PSCmdlet.ShouldProcess('everything', 'remove')) { 'removed' }
            """);

        var run = ShellProcess.Run(script.Path);

        Assert.Equal(1, run.ExitCode);
        Assert.Equal("", run.Output);
        Assert.Contains("-Confirm:$false", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_option_shows_how_it_is_used()
    {
        var run = ShellProcess.Run("-what");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("usage:", run.Errors, StringComparison.Ordinal);
    }
}
