using System.Security.Claims;
using HelloWork.Blazor.Accounts;
using HelloWork.Domain.Accounts;
using HelloWork.Domain.Common;
using HelloWork.Domain.Messaging;
using HelloWork.Domain.Providers;
using HelloWork.Domain.Seekers.Provision;
using HelloWork.Tests.Messaging;
using HelloWork.Tests.Support;

namespace HelloWork.Tests.Providers;

/// <summary>The provider's pages on a database of their own, with a provider signed in.</summary>
public abstract class ProviderPageContext : SignedInPageContext
{
    protected ProviderActor Provider { get; private set; } = null!;

    protected override async Task SignInAsync()
    {
        Provider = await Given.ProviderAsync();
        SignIn(RoleNames.Provider, Provider.Account, new Claim(CurrentActor.ProviderClaim, Provider.Provider.ToString()));
    }

    protected Task<AliasNumber> AliasAsync(GivenSeeker seeker) => GivenMessages.AliasAsync(Database, Clock, Provider, seeker);

    protected Task<ConversationId> ConversationAsync(GivenSeeker seeker) => GivenMessages.ConversationAsync(Database, Clock, Provider, seeker);

    protected async Task AddAsync(params object[] rows)
    {
        await using var db = Database.CreateDbContext();
        db.AddRange(rows);
        await db.SaveChangesAsync();
    }

    protected async Task SuspendAsync() => await AddAsync(new ProviderSuspension(Provider.Provider, Clock.UtcNow().AddDays(-1), Clock.UtcNow().AddDays(2)));
}
