using System.Text;
using CsCheck;
using PeeringTools.Azure.Json;

namespace PeeringTools.Azure;

public class TextPoolTests
{
    /// <summary>Texts that end alike, as ids do, beside empty, long and foreign ones.</summary>
    private static readonly Gen<string> AnyText = Gen.OneOf(
        Gen.String[Gen.Char["ab"], 0, 6],
        Gen.String[Gen.Char["ab"], 0, 3].Select(start => start + "/virtualNetworks/vnet"),
        Gen.String[Gen.Char["aé€漢"], 0, 12],
        Gen.Int[240, 300].Select(length => new string('x', length)));

    [Fact]
    public void Every_text_is_itself_whatever_came_before() => AnyText.Array[0, 200].Sample(texts =>
    {
        TextPool pool = new();
        foreach (string text in texts) Assert.Equal(text, pool.Of(Encoding.UTF8.GetBytes(text)));
    });

    [Fact]
    public void What_comes_again_is_made_once()
    {
        TextPool pool = new();
        Assert.Same(pool.Of("Succeeded"u8), pool.Of("Succeeded"u8));
    }
}
