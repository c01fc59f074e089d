namespace PeeringTools.Lab.Graph;

/// <summary>Takes the text of a query apart: operators between bars, and within one the words and quoted texts.</summary>
internal static class QueryText
{
    private const string Symbols = "=~,.()|";

    /// <summary>The tokens of a query. A quoted text begins with an apostrophe and has no quotes at its end.</summary>
    public static List<string> Tokens(string query)
    {
        List<string> tokens = [];
        for (int i = 0; i < query.Length;)
        {
            char c = query[i];
            if (char.IsWhiteSpace(c))
            {
                i++;
            }
            else if (c is '\'' or '"')
            {
                int end = query.IndexOf(c, i + 1);
                // An escaped quote, or a text in another notation, would end elsewhere than it seems to.
                string text = end < 0 ? throw GraphErrors.InvalidQuery("a text does not end") : query.Substring(i + 1, end - i - 1);
                tokens.Add(text.Contains('\\') ? throw GraphErrors.InvalidQuery("escapes in a text") : "'" + text);
                i = end + 1;
            }
            else if (IsWord(c))
            {
                int start = i;
                while (i < query.Length && IsWord(query[i]))
                {
                    i++;
                }

                tokens.Add(query.Substring(start, i - start));
            }
            else
            {
                string two = i + 1 < query.Length ? query.Substring(i, 2) : "";
                string token = two is "=~" or "==" ? two : Symbols.Contains(c) ? c.ToString() : throw GraphErrors.InvalidQuery($"the character '{c}'");
                tokens.Add(token);
                i += token.Length;
            }
        }

        return tokens;
    }

    /// <summary>The operators: what stands between bars.</summary>
    public static List<List<string>> Operators(string query)
    {
        List<List<string>> operators = [[]];
        foreach (string token in Tokens(query))
        {
            if (token == "|")
            {
                operators.Add([]);
            }
            else
            {
                operators[operators.Count - 1].Add(token);
            }
        }

        return operators;
    }

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || c == '_';
}
