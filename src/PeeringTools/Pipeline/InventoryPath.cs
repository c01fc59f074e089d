using System.Management.Automation;

namespace PeeringTools.Pipeline;

/// <summary>Turns a path as PowerShell has it into one of the file system.</summary>
internal static class InventoryPath
{
    /// <exception cref="PeeringException">InvalidInput: it is in another provider, for example a certificate store.</exception>
    public static string Resolve(PSCmdlet cmdlet, string path)
    {
        string full;
        try
        {
            full = cmdlet.SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out ProviderInfo provider, out _);
            if (provider.Name != "FileSystem") throw PeeringException.Of(nameof(Errors.InvalidInput), path, Wrong(path));
        }
        catch (Exception nowhere) when (nowhere is ProviderNotFoundException or System.Management.Automation.DriveNotFoundException)
        {
            throw new PeeringException(PeeringError.Of(nameof(Errors.FileNotAccessible), path, path, nowhere.Message), nowhere);
        }

        return full;
    }

    private static string Wrong(string path) => string.Format(System.Globalization.CultureInfo.InvariantCulture, Messages.NotAFile, path);
}
