using System.Reflection;

namespace PeeringTools.Bench;

/// <summary>Where the build of this program left what it measures.</summary>
internal static class BuiltFiles
{
    public static string Module => PathOf("Module");

    public static string EmptyModule => PathOf("EmptyModule");

    /// <summary>What calls the module's own code.</summary>
    public static string MicroBench => PathOf("MicroBench");

    public static string Server => PathOf("Server");

    /// <summary>What measures a page in a browser.</summary>
    public static string Browser => PathOf("Browser");

    private static string PathOf(string name)
    {
        string path = typeof(BuiltFiles).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(found => found.Key == name).Value!;
        return File.Exists(path) ? path : throw new FileNotFoundException("Build the solution in the same configuration first.", path);
    }
}
