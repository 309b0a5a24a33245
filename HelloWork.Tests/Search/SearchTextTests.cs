using System.Text;
using HelloWork.Domain.Search;

namespace HelloWork.Tests.Search;

public sealed class SearchTextTests
{
    [Fact]
    public void Normalise_ComposesEveryLetterAsTheStandardDoes()
    {
        var wrong = Enumerable.Range(0, 0x10000).Select(code => (char)code).Where(letter => !char.IsSurrogate(letter) && letter != '\uFFFE')
            .SelectMany(letter => new[] { $"か{letter}゛き", $"（{letter}Ａ", $"{letter}" })
            .Where(text => SearchText.Normalise(text) != SearchText.Normalise(text.Normalize(NormalizationForm.FormKC)))
            .Select(text => string.Join(' ', text.Select(c => $"{(int)c:X4}")));

        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("ｶｲｺﾞ", "かいご")]
    [InlineData("カ\u3099", "が")]
    [InlineData("ＡＢＣ　１２３", "abc 123")]
    [InlineData("０３ー１２３４", "03-1234")]
    [InlineData("事務\uFFFE", "事務")]
    [InlineData("Ｗｅｂ（東京）\n担当", "web(東京) 担当")]
    public void Normalise_MakesEveryWidthAndKanaTheSame(string written, string normal) => Assert.Equal(normal, SearchText.Normalise(written));
}
