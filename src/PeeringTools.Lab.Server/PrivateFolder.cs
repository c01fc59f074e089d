using PeeringTools.Lab.Server.Identity;

namespace PeeringTools.Lab.Server;

/// <summary>Where the server leaves what clients read from files: its certificate, the applications' certificates and federated tokens.</summary>
internal sealed class PrivateFolder : IDisposable
{
    private readonly bool _temporary;

    public PrivateFolder(string? path)
    {
        _temporary = path is null;
        Path = path is null ? Directory.CreateTempSubdirectory("peeringtools-lab-").FullName : Directory.CreateDirectory(path).FullName;
    }

    public string Path { get; }

    public string CertificateOf(Application application) => System.IO.Path.Combine(Path, application.Name + ".pem");

    public string FederatedTokenOf(Application application) => System.IO.Path.Combine(Path, application.Name + ".jwt");

    /// <summary>Writes what only its owner may read.</summary>
    public static void Write(string path, string text)
    {
        FileStreamOptions options = new() { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using StreamWriter writer = new(path, options);
        writer.Write(text);
    }

    public void Dispose()
    {
        if (_temporary) Directory.Delete(Path, recursive: true);
    }
}
