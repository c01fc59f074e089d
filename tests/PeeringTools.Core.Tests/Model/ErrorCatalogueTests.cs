using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Resources;
using System.Text.RegularExpressions;

namespace PeeringTools.Model;

public class ErrorCatalogueTests
{
    [Fact]
    public void Every_id_has_a_message_an_action_and_a_kind_and_nothing_else_does()
    {
        Assert.Equal(ErrorCatalogue.Ids, KeysOf(Errors.ResourceManager));
        Assert.Equal(ErrorCatalogue.Ids, KeysOf(Actions.ResourceManager));
        Assert.DoesNotContain(ErrorCatalogue.Ids, id => ErrorCatalogue.KindOf(id) == ErrorKind.NotSpecified);
    }

    [Fact]
    public void Every_name_the_compiler_knows_has_a_text_behind_it() => Assert.All([typeof(Errors), typeof(Actions), typeof(Texts)], type =>
    {
        PropertyInfo[] texts = [.. type.GetProperties(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public).Where(p => p.PropertyType == typeof(string))];
        Assert.NotEmpty(texts);
        Assert.All(texts, text => Assert.False(string.IsNullOrWhiteSpace((string?)text.GetValue(null)), text.Name));
    });

    [Fact]
    public void Messages_and_actions_are_sentences() => Assert.All(ErrorCatalogue.Ids, id =>
    {
        Assert.Matches(@"^([A-Z{'].*|\{0\})$", TextOf(Errors.ResourceManager, id));
        Assert.Matches(@"([.}]|`)$", TextOf(Actions.ResourceManager, id));
    });

    /// <summary>One list of arguments fills both texts, so an action may not ask for more than its message does, but for ready-made commands.</summary>
    [Fact]
    public void An_action_uses_no_placeholder_that_its_message_skips_over() => Assert.All(ErrorCatalogue.Ids, id =>
    {
        int inMessage = Placeholders(TextOf(Errors.ResourceManager, id));
        int inAction = Placeholders(TextOf(Actions.ResourceManager, id));
        Assert.True(inAction <= inMessage + 1, id);
    });

    [Fact]
    public void An_error_is_filled_from_its_arguments()
    {
        PeeringError error = PeeringError.Of(nameof(Errors.SyncNeedsOtherSide), "/x", "hub/peer-a", "Sync-PeeringPair -Side Local");
        Assert.Equal(("SyncNeedsOtherSide", ErrorKind.PermissionDenied, "/x"), (error.Id, error.Kind, error.TargetId));
        Assert.Contains("'hub/peer-a'", error.Message, StringComparison.Ordinal);
        Assert.EndsWith("Sync-PeeringPair -Side Local", error.Action, StringComparison.Ordinal);
    }

    [Fact]
    public void An_argument_may_hold_braces() =>
        Assert.Contains("{0}", PeeringError.Of(nameof(Errors.InvalidInput), null, "a {0} b").Message, StringComparison.Ordinal);

    private static IEnumerable<string> KeysOf(ResourceManager texts) => texts
        .GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: false)!
        .Cast<DictionaryEntry>().Select(entry => (string)entry.Key).OrderBy(key => key, StringComparer.Ordinal);

    private static string TextOf(ResourceManager texts, string id) => texts.GetString(id, CultureInfo.InvariantCulture)!;

    private static int Placeholders(string text) =>
        Regex.Matches(text, @"\{(\d)\}").Select(m => int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture) + 1).DefaultIfEmpty(0).Max();
}
