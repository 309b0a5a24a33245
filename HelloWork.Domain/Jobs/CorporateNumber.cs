namespace HelloWork.Domain.Jobs;

/// <summary>法人番号: thirteen digits, the first of them a check digit over the other twelve.</summary>
public static class CorporateNumber
{
    /// <summary>Whether it has thirteen ASCII digits and the check digit is right: 9 − (Σ Pn·Qn mod 9), Q = 1 and 2 by turns from the right.</summary>
    public static bool IsValid(string number)
    {
        if (number.Length != 13 || !number.All(char.IsAsciiDigit))
            return false;

        var sum = 0;
        for (var place = 1; place <= 12; place++)
            sum += (number[13 - place] - '0') * (place % 2 == 1 ? 1 : 2);
        return number[0] - '0' == 9 - sum % 9;
    }
}
