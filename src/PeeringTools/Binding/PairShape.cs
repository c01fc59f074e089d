using System.Globalization;
using System.Management.Automation;
using System.Reflection;

namespace PeeringTools.Binding;

/// <summary>
/// Knows a pair in every form it comes back in: itself, and what jobs, remoting, Import-Clixml and Select-Object make of it.
/// </summary>
internal static class PairShape
{
    /// <summary>True for a pair, live or Deserialized or Selected. A selection that left its sides behind is a pair no more.</summary>
    public static bool Fits(object? value) => value is not null && IsNamed(value, typeof(PeeringPair))
        && (Bare.Of(value) is PeeringPair || (Has(value, nameof(PeeringPair.Local)) && Has(value, nameof(PeeringPair.Remote))));

    /// <summary>The pair that a report is about, as a property of it; null where there is none.</summary>
    public static object? Inside(object? value) =>
        value is not null && PSObject.AsPSObject(value).Properties["Pair"]?.Value is { } pair && Fits(pair) ? pair : null;

    /// <summary>The pair itself, or one made again out of its properties.</summary>
    /// <exception cref="PSInvalidCastException">A property holds what it cannot hold.</exception>
    public static PeeringPair Read(object value) => (PeeringPair)Read(value, typeof(PeeringPair))!;

    private static object? Read(object? value, Type type)
    {
        object? bare = Bare.Of(value);
        if (bare is null || type.IsInstanceOfType(bare)) return bare;
        if (type == typeof(PeeringPair) || type == typeof(PeeringSide)) return ReadProperties(PSObject.AsPSObject(value), type);
        return Nullable.GetUnderlyingType(type) == typeof(DateTimeOffset) || type == typeof(DateTimeOffset)
            ? ReadInstant(PSObject.AsPSObject(value))
            : LanguagePrimitives.ConvertTo(value, type, CultureInfo.InvariantCulture);
    }

    /// <summary>What is not there, or was null, keeps the value a new object has.</summary>
    private static object ReadProperties(PSObject source, Type type)
    {
        object target = Activator.CreateInstance(type)!;
        foreach (PropertyInfo property in type.GetProperties())
        {
            if (source.Properties[property.Name]?.Value is { } value) property.SetValue(target, Read(value, property.PropertyType));
        }

        return target;
    }

    /// <summary>PowerShell writes a DateTimeOffset as an object of its parts.</summary>
    private static DateTimeOffset ReadInstant(PSObject source) => source.Properties["UtcDateTime"]?.Value is DateTime instant
        ? new DateTimeOffset(DateTime.SpecifyKind(instant, DateTimeKind.Utc))
        : LanguagePrimitives.ConvertTo<DateTimeOffset>(source);

    private static bool Has(object value, string property) => PSObject.AsPSObject(value).Properties[property]?.Value is not null;

    private static bool IsNamed(object value, Type type) => PSObject.AsPSObject(value).TypeNames
        .Any(name => name == type.FullName || name.EndsWith("." + type.FullName, StringComparison.Ordinal));
}
