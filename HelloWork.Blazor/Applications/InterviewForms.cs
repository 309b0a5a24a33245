using System.Globalization;
using System.Text;
using HelloWork.Blazor.Controls;
using HelloWork.Domain.Applications.Interviews;
using HelloWork.Domain.Common;
using Microsoft.Extensions.Localization;

namespace HelloWork.Blazor.Applications;

/// <summary>What the forms of <see cref="OwnInterview"/> post.</summary>
public sealed class PickForm
{
    public Guid Interview { get; set; }
    public string? Time { get; set; }
}

/// <inheritdoc cref="PickForm"/>
public sealed class TurnDownForm
{
    public Guid Interview { get; set; }
    public string? Words { get; set; }
}

/// <summary>What <see cref="CallOffDialog"/> posts.</summary>
public sealed class CallOffForm
{
    public Guid Interview { get; set; }
    public string? Reason { get; set; }
}

/// <summary>A day and a time of day, as typed.</summary>
public sealed class TimeForm
{
    /// <summary>What lies before it is a slip, and before the calendar begins no instant.</summary>
    private const int EarliestYear = 2000;

    public string? Day { get; set; }
    public string? Start { get; set; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(Day) && string.IsNullOrWhiteSpace(Start);

    /// <returns>The instant (UTC); null: not a day and a time.</returns>
    public DateTime? Read() =>
        DateOnly.TryParseExact(Plain(Day), ["yyyy-MM-dd", "yyyy/M/d"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year >= EarliestYear
        && TimeOnly.TryParseExact(Plain(Start), ["HH:mm", "H:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var start)
            ? Jst.StartOf(day) + start.ToTimeSpan() : null;

    private static string Plain(string? typed) => (typed ?? "").Normalize(NormalizationForm.FormKC).Trim();

    /// <summary>As a form shows an instant.</summary>
    public static TimeForm Of(DateTime utc) => new()
    {
        Day = Jst.DayOf(utc).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Start = Jst.ToJapan(utc).ToString("HH:mm", CultureInfo.InvariantCulture),
    };
}

/// <summary>What the page of an interview's times posts.</summary>
public sealed class OfferForm
{
    /// <summary>Makes of one form one offer, however often it is sent.</summary>
    public Guid Key { get; set; }
    public List<TimeForm> Times { get; set; } = [];
    public string? Minutes { get; set; }
    public string? Place { get; set; }
    public string? Note { get; set; }

    /// <summary>That one meets another interview is meant so.</summary>
    public bool Alongside { get; set; }

    /// <returns>0: not a number.</returns>
    public int ReadMinutes() => int.TryParse((Minutes ?? "").Normalize(NormalizationForm.FormKC), NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var minutes) ? minutes : 0;
}

/// <summary>What its form for another time posts.</summary>
public sealed class MoveForm
{
    public Guid Interview { get; set; }

    /// <summary>The sequence the employer had before their eyes.</summary>
    public int Seen { get; set; }
    public TimeForm Time { get; set; } = new();
    public string? Minutes { get; set; }
    public string? Place { get; set; }
    public string? Reason { get; set; }

    /// <inheritdoc cref="OfferForm.Alongside"/>
    public bool Alongside { get; set; }

    public int ReadMinutes() => new OfferForm { Minutes = Minutes }.ReadMinutes();
}

internal static class CallOffRefusals
{
    /// <summary>At the reason where that is what is wrong.</summary>
    public static void AddTo(this CallOffRefusal refusal, FormErrors errors, IStringLocalizer<InterviewsText> text)
    {
        if (refusal is CallOffRefusal.ReasonMissing or CallOffRefusal.ReasonTooLong)
            errors.Add("CallOff-Reason", text[$"CallOff.Refused.{refusal}"]);
        else
            errors.Add(text[$"CallOff.Refused.{refusal}"]);
    }
}
