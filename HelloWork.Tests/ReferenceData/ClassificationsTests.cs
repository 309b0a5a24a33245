using HelloWork.Domain.ReferenceData;

namespace HelloWork.Tests.ReferenceData;

public sealed class ClassificationsTests
{
    [Fact]
    public void Occupations_AreComplete_EachOnce()
    {
        Assert.Equal(Enumerable.Range(1, 15).Select(n => $"{n:00}"), Occupations.Majors.Select(o => o.Code));
        Assert.Equal(Enumerable.Range(1, 99).Select(n => $"{n:000}"), Occupations.Middles.Select(o => o.Code));
        Assert.True(Occupations.Minors.Length >= 120);
        Assert.Equal(Occupations.All.Length, Occupations.All.Select(o => o.Code).Distinct().Count());
        Assert.Equal(Occupations.Minors.Length, Occupations.Minors.Select(o => o.Name).Distinct().Count());
        Assert.All(Occupations.All, o => Assert.NotEmpty(o.Name));
    }

    [Fact]
    public void EveryOccupation_HasItsParents()
    {
        Assert.All(Occupations.Majors, o => Assert.Null(o.ParentCode));
        Assert.All(Occupations.Middles, o => Assert.Equal(OccupationLevel.Major, Occupations.Find(o.ParentCode)?.Level));
        Assert.All(Occupations.Minors, o => Assert.Equal(o.Code[..3], Occupations.Find(o.ParentCode)?.Code));
        Assert.All(Occupations.Middles, o => Assert.NotEmpty(Occupations.Beneath(o.Code)));
    }

    [Theory]
    [InlineData("01", 3)]
    [InlineData("02", 8)]
    [InlineData("03", 9)]
    [InlineData("04", 8)]
    [InlineData("05", 4)]
    [InlineData("06", 11)]
    [InlineData("07", 5)]
    [InlineData("08", 3)]
    [InlineData("09", 7)]
    [InlineData("10", 5)]
    [InlineData("11", 3)]
    [InlineData("12", 15)]
    [InlineData("13", 8)]
    [InlineData("14", 5)]
    [InlineData("15", 5)]
    public void MajorGroup_HasTheOfficialNumberOfMiddleGroups(string code, int count) => Assert.Equal(count, Occupations.Beneath(code).Count());

    [Fact]
    public void OnlyMinorGroups_AreExamples() =>
        Assert.All(Occupations.All, o => Assert.Equal(o.Level is OccupationLevel.Minor, o.IsExample));

    [Theory]
    [InlineData("023-01", "023-01")]
    [InlineData("０２３－０１", "023-01")]
    [InlineData("02301", "023-01")]
    [InlineData(" 04 ", "04")]
    [InlineData("4", null)]
    [InlineData("0230", null)]
    [InlineData("023-1", null)]
    [InlineData("abc", null)]
    [InlineData(null, null)]
    public void OccupationCode_IsReadInAnyWidth(string? written, string? code) => Assert.Equal(code, Occupations.Normalise(written));

    [Theory]
    [InlineData("023-01", "04 023 023-01")]
    [InlineData("023-88", "04 023")]
    [InlineData("023", "04 023")]
    [InlineData("04", "04")]
    [InlineData("000-01", "")]
    [InlineData("100", "")]
    [InlineData("16", "")]
    [InlineData(null, "")]
    public void Covering_GoesFromTheMajorGroupDown(string? code, string path) =>
        Assert.Equal(path, string.Join(' ', Occupations.Covering(code).Select(o => o.Code)));

    [Theory]
    [InlineData("023-01", "023-01", true)]
    [InlineData("023-01", "023", true)]
    [InlineData("023-01", "04", true)]
    [InlineData("023-01", "02", false)]
    [InlineData("045", "04", false)]
    [InlineData("045", "07", true)]
    [InlineData("023-88", "04", true)]
    [InlineData("023", "023-01", false)]
    [InlineData(null, "04", false)]
    [InlineData("023", "", false)]
    public void Matches_FollowsTheTree_NotTheDigits(string? code, string? group, bool matches) =>
        Assert.Equal(matches, Occupations.Matches(code, group));

    [Fact]
    public void Industries_AreComplete_EachInADivision()
    {
        Assert.Equal("ABCDEFGHIJKLMNOPQRST", string.Concat(Industries.Divisions.Select(i => i.Code)));
        Assert.Equal(Enumerable.Range(1, 99).Select(n => $"{n:00}"), Industries.Groups.Select(i => i.Code));
        Assert.All(Industries.Groups, i => Assert.True(Industries.Find(i.DivisionCode)?.IsDivision));
        Assert.All(Industries.Divisions, i => Assert.NotEmpty(Industries.InDivision(i.Code)));
    }

    [Theory]
    [InlineData("01", "農業")]
    [InlineData("ｐ", "医療，福祉")]
    [InlineData("P", "医療，福祉")]
    [InlineData("83", "医療業")]
    [InlineData("1", null)]
    [InlineData("U", null)]
    [InlineData(null, null)]
    public void Industry_IsFoundByItsCode_OrIsNull(string? code, string? name) => Assert.Equal(name, Industries.Find(code)?.Name);

    [Fact]
    public void Licences_HaveOwnCodesAndNames_EachOnce()
    {
        Assert.True(Licences.All.Length >= 80);
        Assert.All(Licences.All, l => Assert.Matches(@"\A[1-9][0-9]{3}\z", l.Code));
        Assert.Equal(Licences.All.Length, Licences.All.Select(l => l.Code).Distinct().Count());
        Assert.Equal(Licences.All.Length, Licences.All.Select(l => l.Name).Distinct().Count());
        Assert.All(Licences.All, l => Assert.Equal(l, Licences.ByName(l.Name)));
        Assert.Null(Licences.Find("0000"));
        Assert.Null(Licences.Find(null));
        Assert.Equal(Licences.ByName("普通自動車運転免許(AT限定)"), Licences.ByName("普通自動車運転免許（ＡＴ限定）"));
    }
}
