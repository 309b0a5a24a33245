using HelloWork.Domain.Messaging;
using HelloWork.Domain.Providers;
using HelloWork.Domain.Seekers.Provision;
using HelloWork.Tests.Support;

namespace HelloWork.Tests.Messaging;

/// <summary>What providers do before a test of theirs begins.</summary>
internal static class GivenMessages
{
    public const string Subject = "経理のご経験を生かせる求人のご案内";
    public const string Body = "はじめてご連絡します。月次決算のご経験を生かせる求人が3件あります。";

    /// <summary>The provider's own number of a seeker, as its search gives it.</summary>
    public static async Task<AliasNumber> AliasAsync(TestDatabase database, TestClock clock, ProviderActor provider, GivenSeeker seeker)
    {
        await new SearchProvidedSeekers(database, clock).RunAsync(new SearchProvidedSeekers.Query(provider) { Size = 50 }, default);
        await using var db = database.CreateDbContext();
        return db.SeekerAliases.Single(a => a.ProviderId == provider.Provider && a.SeekerId == seeker.Id).Number;
    }

    public static Task<SendGuidance.Result> SendAsync(TestDatabase database, TestClock clock, ProviderActor provider, params AliasNumber[] to) =>
        new SendGuidance(database, clock).RunAsync(new(provider, to, Subject, Body), default);

    /// <summary>A conversation with its guidance message.</summary>
    public static async Task<ConversationId> ConversationAsync(TestDatabase database, TestClock clock, ProviderActor provider, GivenSeeker seeker)
    {
        await SendAsync(database, clock, provider, await AliasAsync(database, clock, provider, seeker));
        await using var db = database.CreateDbContext();
        return db.Conversations.Single(c => c.ProviderId == provider.Provider && c.SeekerId == seeker.Id).Id;
    }
}
