using System.Collections.Concurrent;
using System.Net;
using System.Text.RegularExpressions;
using HelloWork.Blazor.Notifications;
using HelloWork.Domain.Common;
using HelloWork.Domain.Messaging;
using HelloWork.Domain.Notifications;
using HelloWork.Domain.Providers;
using HelloWork.Domain.Seekers.Provision;
using HelloWork.Tests.Seekers;
using HelloWork.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HelloWork.Tests.Messaging;

/// <summary>A thousand seekers whose hidden fields hold strings found nowhere else: no page, message, mail or log tells one of them.</summary>
public sealed partial class NothingHiddenLeaksTests : IDisposable
{
    private const int Openings = 30;

    private readonly PortalHost _portal = new(new Dictionary<string, string>
    {
        ["Demo:Seekers"] = "1000", ["ProfileQuota:PerHour"] = "5000", ["ProfileQuota:PerDay"] = "5000", ["Logging:LogLevel:Default"] = "Debug",
    });
    private readonly Heard _log = new();

    public void Dispose() => _portal.Dispose();

    [Fact, Trait("Rule", "PV-03"), Trait("Rule", "SS-03"), Trait("Rule", "PR-02")]
    public async Task HiddenFieldsOfAThousandSeekers_AppearInNoPageMessageMailOrLog()
    {
        await HideAsync();
        _portal.Services.GetRequiredService<ILoggerFactory>().AddProvider(_log);
        var seen = new List<string>();
        var provider = await _portal.SignedInAsync("provider01");
        var listed = await ReadAsync(provider, "/provider/seekers", seen);
        var numbers = listed.SelectMany(page => Number().Matches(page).Select(m => m.Value)).Distinct().ToList();
        Assert.InRange(numbers.Count, 150, 1000);
        foreach (var number in numbers.Take(Openings))
            seen.Add(await provider.GetStringAsync($"/provider/seekers/{number}"));

        var talks = await WriteAsync(numbers.Take(GuidanceDraft.MostRecipients));
        seen.Add(await provider.GetStringAsync("/provider/messages"));
        foreach (var talk in talks.Take(Openings))
            seen.Add(await provider.GetStringAsync($"/provider/messages/{talk}"));
        var employer = await _portal.SignedInAsync("employer01");
        var found = (await ReadAsync(employer, "/employer/seekers", seen)).SelectMany(page => PublicNumber().Matches(page).Select(m => m.Value)).Distinct().ToList();
        Assert.InRange(found.Count, 700, 1010);
        foreach (var number in found.Take(Openings))
            seen.Add(await employer.GetStringAsync($"/employer/seekers/{number}"));

        var told = seen.Concat(await MailsAsync()).Concat(_log.Lines).ToList();
        Assert.True(told.Count > 3 * Openings, $"Only {told.Count} texts were looked at.");
        Assert.All(Canary.Words, word => Assert.DoesNotContain(told, text => text.Contains(word, StringComparison.Ordinal)));
        // Neither of the numbers that others know the seeker by stands on a provider's page.
        var pages = seen.Take(listed.Count + Openings).ToList();
        Assert.DoesNotContain(pages, page => PublicNumber().IsMatch(page) || RegistrationNumber().IsMatch(page));
    }

    private async Task HideAsync()
    {
        await using var db = await _portal.Contexts.CreateDbContextAsync();
        foreach (var seeker in await db.Seekers.ToListAsync())
            seeker.Correct(Canary.Details("漏洩 見張"));
        await db.SaveChangesAsync();
    }

    /// <summary>Every page of a search that can be reached.</summary>
    private static async Task<List<string>> ReadAsync(HttpClient visitor, string search, List<string> seen)
    {
        var pages = new List<string>();
        for (var number = 1; number <= 20; number++)
        {
            var answer = await visitor.GetAsync($"{search}?size=50&page={number}");
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            pages.Add(await answer.Content.ReadAsStringAsync());
        }
        seen.AddRange(pages);
        return pages;
    }

    private async Task<List<ConversationId>> WriteAsync(IEnumerable<string> numbers)
    {
        await using var db = await _portal.Contexts.CreateDbContextAsync();
        var provider = await db.Users.Where(a => a.UserName == "provider01").Join(db.ProviderMembers, a => a.Id, m => m.AccountId, (a, m) => new ProviderActor(a.Id, m.ProviderId)).SingleAsync();
        var sent = await _portal.Services.GetRequiredService<SendGuidance>().RunAsync(new(provider, [.. numbers.Select(n => new AliasNumber(n))], "求人のご案内", "ご経験を生かせる求人があります。"), default);
        Assert.Equal(GuidanceDraft.MostRecipients, sent.Sent);
        return await db.Conversations.Where(c => c.ProviderId == provider.Provider).Select(c => c.Id).ToListAsync();
    }

    private async Task<List<string>> MailsAsync()
    {
        Assert.True(await _portal.Services.GetRequiredService<SendOutbox>().RunAsync(CancellationToken.None) >= GuidanceDraft.MostRecipients);
        await using var db = await _portal.Contexts.CreateDbContextAsync();
        var sent = (await db.OutboxMails.Select(m => m.Id).ToListAsync()).Select(id => $"{id:N}").ToHashSet(StringComparer.Ordinal);
        var mails = _portal.Services.GetRequiredService<MailFolder>().Newest(2_000).Where(m => sent.Contains(m.Name[^32..])).ToList();
        Assert.True(mails.Count >= GuidanceDraft.MostRecipients);
        return mails.ConvertAll(m => m.Body);
    }

    [GeneratedRegex("T-[0-9]{4}-[0-9]{4}")] private static partial Regex Number();
    [GeneratedRegex("K-[0-9]{4}-[0-9]{4}")] private static partial Regex PublicNumber();
    [GeneratedRegex("[0-9]{5}-[0-9]{8}")] private static partial Regex RegistrationNumber();

    private sealed class Heard : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose() { }
    }
}
