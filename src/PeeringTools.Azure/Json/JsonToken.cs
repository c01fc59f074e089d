using System.Text.Json;

namespace PeeringTools.Azure.Json;

/// <summary>What a token stands for, and the errors where it stands for something else.</summary>
internal static class JsonToken
{
    /// <summary>True where a token begins what was expected, false for null.</summary>
    /// <exception cref="JsonException">It begins something else.</exception>
    public static bool Begins(this JsonTokenType token, JsonTokenType expected)
    {
        if (token == expected) return true;
        return token == JsonTokenType.Null ? false : throw new JsonException($"{expected} was expected and {token} found.");
    }

    /// <summary>The truth value of a token; null for null.</summary>
    /// <exception cref="JsonException">It has none.</exception>
    public static bool? Truth(this JsonTokenType token) => token switch
    {
        JsonTokenType.Null => null,
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        _ => throw new JsonException($"True or false was expected and {token} found."),
    };

    /// <summary>True where a token is read as the text it is written as, false for null.</summary>
    /// <exception cref="JsonException">It is neither.</exception>
    public static bool IsText(this JsonTokenType token) => token switch
    {
        JsonTokenType.Null => false,
        JsonTokenType.String or JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False => true,
        _ => throw new JsonException($"A text was expected and {token} found."),
    };
}
