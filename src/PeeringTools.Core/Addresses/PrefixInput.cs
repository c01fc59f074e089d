namespace PeeringTools.Addresses;

/// <summary>A prefix as somebody typed it.</summary>
internal static class PrefixInput
{
    /// <exception cref="PeeringException">InvalidInput: the text is no prefix.</exception>
    public static AddressPrefix Read(string text) => AddressPrefix.TryParse(text, out AddressPrefix prefix)
        ? prefix
        : throw PeeringException.Of(nameof(Errors.InvalidInput), null, Wording.Fill(AddressTexts.NoPrefix, SafeText.ForMessage(text, 80)));
}
