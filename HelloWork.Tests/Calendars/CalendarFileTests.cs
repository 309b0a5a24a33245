using System.Text;
using HelloWork.Blazor.Calendars;
using HelloWork.Blazor.Notifications;
using HelloWork.Domain.Accounts;
using HelloWork.Domain.Applications;
using HelloWork.Domain.Applications.Interviews;
using HelloWork.Domain.Common;
using HelloWork.Domain.DirectRequests;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Oversight;
using HelloWork.Domain.Providers;
using HelloWork.Domain.Seekers;
using HelloWork.Domain.Seekers.Provision;
using Ical.Net;

namespace HelloWork.Tests.Calendars;

public sealed class CalendarFileTests
{
    private static readonly CalendarFiles Files = new(new PortalSettings { BaseAddress = "https://portal.example.jp" }, new MailSettings { From = "no-reply@portal.example.jp" });
    private static readonly Guid Id = Guid.Parse("01234567-89ab-cdef-0123-456789abcdef");

    [Fact]
    public void AnInterview_IsAnAppointmentInWorldTime_WithAStableNameAndItsSequence()
    {
        var lines = Lines(Interview(InterviewState.Agreed, sequence: 2));

        Assert.Equal(("BEGIN:VCALENDAR", "END:VCALENDAR"), (lines[0], lines[^1]));
        Assert.Contains("VERSION:2.0", lines);
        Assert.Contains("METHOD:PUBLISH", lines);
        Assert.Contains("UID:interview-0123456789abcdef0123456789abcdef@portal.example.jp", lines);
        Assert.Contains("SEQUENCE:2", lines);
        Assert.Contains("DTSTART:20260402T050000Z", lines);
        Assert.Contains("DTEND:20260402T054500Z", lines);
        Assert.Contains("DTSTAMP:20260322T050500Z", lines);
        Assert.Contains("STATUS:CONFIRMED", lines);
        Assert.Contains("SUMMARY:面接：経理事務", lines);
        Assert.Contains(lines, l => l.StartsWith("ORGANIZER", StringComparison.Ordinal) && l.EndsWith(":mailto:no-reply@portal.example.jp", StringComparison.Ordinal));
    }

    [Fact]
    public void WhatPeopleWrote_IsEscapedAndFolded_AndComesBackWhole()
    {
        var place = "東京都千代田区神田神保町1-1; 本社\\3階, 受付\n" + string.Concat(Enumerable.Repeat("𠮷野ビルの角を曲がる", 12)) + "\r\nBEGIN:VALARM";

        var file = Interview(InterviewState.Agreed, place: place);

        var text = Encoding.UTF8.GetString(file.Content);
        Assert.All(text.Split("\r\n"), line => Assert.True(Encoding.UTF8.GetByteCount(line) <= 75, line));
        Assert.DoesNotContain("\n", text.Replace("\r\n", "", StringComparison.Ordinal));
        Assert.DoesNotContain(Lines(file), line => line == "BEGIN:VALARM");
        Assert.Equal(place.ReplaceLineEndings("\n"), Calendar.Load(text)!.Events[0]!.Location!.ReplaceLineEndings("\n"));
        Assert.Contains("本社\\\\3階\\, 受付", Unfolded(text));
    }

    [Theory]
    [InlineData(InterviewState.CalledOff)]
    [InlineData(InterviewState.Lapsed)]
    public void WhatWasCalledOff_IsTakenOutOfTheCalendar(InterviewState state)
    {
        var file = Interview(state, sequence: 1);

        Assert.Equal("CANCEL", file.Method);
        Assert.Contains("METHOD:CANCEL", Lines(file));
        Assert.Contains("STATUS:CANCELLED", Lines(file));
        Assert.Contains("UID:interview-0123456789abcdef0123456789abcdef@portal.example.jp", Lines(file));
    }

    [Theory]
    [InlineData(Language.English, "SUMMARY:Interview: 経理事務")]
    [InlineData(Language.EasyJapanese, "SUMMARY:面接：経理事務")]
    public void AnEntry_SpeaksTheReadersLanguage_WithoutReadings(Language language, string summary)
    {
        var file = Interview(InterviewState.Agreed, language: language);

        Assert.Contains(summary, Lines(file));
        Assert.DoesNotContain("《", Encoding.UTF8.GetString(file.Content));
    }

    [Fact]
    public void TheEmployersEntry_NamesNobody_AndLeadsToTheirPage()
    {
        var text = Unfolded(Encoding.UTF8.GetString(Interview(InterviewState.Agreed, office: null).Content));

        Assert.Contains($"https://portal.example.jp/employer/applications/{Id}", text);
        Assert.DoesNotContain("見本製作所", text);
    }

    [Fact, Trait("Rule", "DR-06")]
    public void ARequestsDeadline_IsItsLastDay_AndGoesOnceItIsAnswered()
    {
        var now = new DateTime(2026, 3, 22, 5, 5, 0, DateTimeKind.Utc);
        var open = Lines(Files.OfRequest(Request(DirectRequestState.Unread), now, Language.Japanese));
        // The job's last day was set earlier meanwhile.
        var sooner = Lines(Files.OfRequest(Request(DirectRequestState.Unread) with { LastDay = new DateOnly(2026, 3, 25) }, now.AddHours(1), Language.Japanese));
        var answered = Lines(Files.OfRequest(Request(DirectRequestState.Applied) with { LastDay = new DateOnly(2026, 3, 25), EndedAt = now.AddHours(2) }, now.AddHours(2), Language.Japanese));

        Assert.Contains("DTSTART;VALUE=DATE:20260329", open);
        Assert.Contains("DTEND;VALUE=DATE:20260330", open);
        Assert.Contains("TRANSP:TRANSPARENT", open);
        Assert.Contains("METHOD:CANCEL", answered);
        Assert.Contains("DTSTART;VALUE=DATE:20260325", sooner);
        Assert.True(int.Parse(Value(sooner, "SEQUENCE")) > int.Parse(Value(open, "SEQUENCE")));
        Assert.True(int.Parse(Value(answered, "SEQUENCE")) > int.Parse(Value(sooner, "SEQUENCE")));
    }

    [Fact, Trait("Rule", "PV-05")]
    public void ARegistrationsLastDay_MovesWithItsRenewal()
    {
        // Ended early, and begun anew until the same day.
        var (before, after, ended, again) = (Registration(5, 31), Registration(6, 30, hours: 1), Registration(6, 30, open: false, hours: 2), Registration(6, 30, hours: 3));

        Assert.Equal(Value(before, "UID"), Value(after, "UID"));
        Assert.Contains("DTSTART;VALUE=DATE:20260630", after);
        Assert.True(int.Parse(Value(after, "SEQUENCE")) > int.Parse(Value(before, "SEQUENCE")));
        Assert.True(int.Parse(Value(ended, "SEQUENCE")) > int.Parse(Value(after, "SEQUENCE")));
        Assert.Contains("METHOD:CANCEL", ended);
        Assert.True(int.Parse(Value(again, "SEQUENCE")) > int.Parse(Value(ended, "SEQUENCE")));
        Assert.DoesNotContain(before, line => line.Contains("13010-", StringComparison.Ordinal));
    }

    [Fact, Trait("Rule", "AP-05")]
    public void APromisedAnswer_IsADayInBothCalendars_AndTheEmployersNamesNobody()
    {
        AnswerDay Day(int day, int version) => new(new(Id), JobNumber.Parse("13010-00000101"), "経理事務", "株式会社見本製作所", new DateOnly(2026, 4, day), version);
        var now = new DateTime(2026, 3, 22, 5, 5, 0, DateTimeKind.Utc);
        var (seekers, putOff) = (Lines(Files.OfAnswer(Day(10, 2), false, now, Language.Japanese)), Lines(Files.OfAnswer(Day(12, 3), false, now, Language.Japanese)));

        Assert.Contains("DTSTART;VALUE=DATE:20260410", seekers);
        Assert.Contains("TRANSP:TRANSPARENT", seekers);
        Assert.Equal(Value(seekers, "UID"), Value(putOff, "UID"));
        Assert.True(int.Parse(Value(putOff, "SEQUENCE")) > int.Parse(Value(seekers, "SEQUENCE")));
        Assert.DoesNotContain("見本製作所", Unfolded(Encoding.UTF8.GetString(Files.OfAnswer(Day(10, 2), true, now, Language.Japanese).Content)));
    }

    [Fact, Trait("Rule", "PR-03"), Trait("Rule", "OV-03")]
    public void AProvidersDays_SayTheNumberAndThePageAlone()
    {
        var now = new DateTime(2026, 3, 22, 5, 5, 0, DateTimeKind.Utc);
        var number = AliasNumber.Draw();
        DeletionDue Due(int day) => new(new DateOnly(2026, 5, day), DeletionReason.Period);
        var provider = new ProviderId(Id);
        var (first, sooner) = (Lines(Files.OfDeletion(provider, number, Due(31), now, Language.Japanese)), Lines(Files.OfDeletion(provider, number, Due(20), now.AddHours(1), Language.Japanese)));
        var order = new ReceivedOrder(new CorrectionOrderId(Id), ViolationKind.DispatchSolicited, "広告をやめてください。", null, now, new DateOnly(2026, 4, 5), false, now, now, null, null, null, null);

        Assert.Equal(Value(first, "UID"), Value(sooner, "UID"));
        Assert.Contains("DTSTART;VALUE=DATE:20260520", sooner);
        Assert.True(int.Parse(Value(sooner, "SEQUENCE")) > int.Parse(Value(first, "SEQUENCE")));
        Assert.Contains("DTSTART;VALUE=DATE:20260405", Lines(Files.OfOrder(order, Language.Japanese)));
        Assert.DoesNotContain("広告", Unfolded(Encoding.UTF8.GetString(Files.OfOrder(order, Language.Japanese).Content)));
        Assert.Contains("METHOD:CANCEL", Lines(Files.OfOrder(order with { AnsweredAt = now }, Language.Japanese)));
    }

    [Fact, Trait("Rule", "JO-05")]
    public void AJobsLastDay_IsADayToApplyBy_AndGoesWithTheJob()
    {
        var card = Support.Given.Card();
        var summary = new JobSummary(JobNumber.Parse("13010-00000101"), card, true, new DateOnly(2026, 3, 22), new DateOnly(2026, 5, 31), false, default) { Office = new OfficeId(Id) };
        var now = new DateTime(2026, 3, 22, 5, 5, 0, DateTimeKind.Utc);

        Assert.Contains("DTSTART;VALUE=DATE:20260531", Lines(Files.OfJob(new JobView(summary, null, null, null), now, Language.Japanese)));
        Assert.Contains("METHOD:CANCEL", Lines(Files.OfJob(new JobView(summary, null, JobEndReason.Filled, null), now, Language.Japanese)));
    }

    private static IReadOnlyList<string> Registration(int month, int day, bool open = true, int hours = 0) => Lines(Files.OfRegistration(new SeekerId(Id),
        new RegistrationView(default, default, "13010", new DateOnly(2026, 3, 1), new DateOnly(2026, month, day), open, null, true), new DateTime(2026, 3, 22, 5, 5, 0, DateTimeKind.Utc).AddHours(hours), Language.Japanese));

    private static CalendarFile Interview(InterviewState state, int sequence = 0, string place = "本社3階", string? office = "株式会社見本製作所", Language language = Language.Japanese) => Files.OfInterview(new InterviewOfJob(
        new InterviewView
        {
            Id = new(Id), Number = 1, State = state, StartsAt = Jst.StartOf(new DateOnly(2026, 4, 2)).AddHours(14), Minutes = 45, Place = place, Note = "青木様", Sequence = sequence,
            ChangedAt = new DateTime(2026, 3, 22, 5, 5, 0, DateTimeKind.Utc), Times = [], Steps = [],
        }, new SelfApplicationId(Id), JobNumber.Parse("13010-00000101"), "経理事務", office ?? ""), forEmployer: office is null, language);

    private static ReceivedRequest Request(DirectRequestState state) => new()
    {
        Id = new(Id), State = state, Message = "ぜひ", SentAt = new DateTime(2026, 3, 22, 5, 5, 0, DateTimeKind.Utc), ReadAt = null, LastDay = new DateOnly(2026, 3, 29), EndedAt = null, DeclineReason = null,
        JobOffer = default, Job = JobNumber.Parse("13010-00000101"), JobTitle = "経理事務", OfficeName = "株式会社見本製作所", JobEndReason = null,
    };

    private static string Unfolded(string text) => text.Replace("\r\n ", "", StringComparison.Ordinal);

    private static IReadOnlyList<string> Lines(CalendarFile file) => Unfolded(Encoding.UTF8.GetString(file.Content)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

    private static string Value(IReadOnlyList<string> lines, string name) => lines.Single(l => l.StartsWith($"{name}:", StringComparison.Ordinal))[(name.Length + 1)..];
}
