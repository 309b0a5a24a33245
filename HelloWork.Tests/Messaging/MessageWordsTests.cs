using HelloWork.Blazor.Languages;
using HelloWork.Blazor.Messaging;
using HelloWork.Blazor.Providers;
using HelloWork.Domain.Messaging;
using HelloWork.Domain.Privacy;
using HelloWork.Domain.Providers;
using HelloWork.Domain.Seekers.Provision;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace HelloWork.Tests.Messaging;

/// <summary>Every state and refusal that a page of messages can show has its words.</summary>
public sealed class MessageWordsTests
{
    private readonly IServiceProvider _services = new ServiceCollection().AddLogging().AddPortalTexts().BuildServiceProvider();

    [Fact]
    public void SeekersPages_HaveWordsForEveryValueTheyShow()
    {
        var keys = Enum.GetValues<WriteRefusal>().Where(r => r is not WriteRefusal.Identifying).Select(r => $"Refused.{r}")
            .Concat(Enum.GetValues<ContactBar>().Select(b => $"Bar.{b}"))
            .Concat(Enum.GetValues<ProvisionState>().Where(s => s is not ProvisionState.Published).SelectMany(s => new[] { $"State.{s}", $"State.{s}.What" }))
            .Concat(Enum.GetValues<InboxFilter>().Select(f => $"Filter.{f}")).Concat(Enum.GetValues<InboxSort>().Select(s => $"Sort.{s}"))
            .Concat(Enum.GetValues<ProviderGroup>().Select(g => $"Group.{g}"));

        AllHaveWords<InboxText>(keys);
    }

    [Fact]
    public void BothSides_HaveWordsForWhatIsCaughtDisclosedAndWhoWrites()
    {
        AllHaveWords<CaughtText>(Enum.GetValues<IdentifyingKind>().Select(k => $"Kind.{k}"));
        AllHaveWords<DisclosuresText>(Enum.GetValues<DisclosureField>().Select(f => $"{f}").Concat(Enum.GetValues<FeeKind>().Select(f => $"Fee.{f}")));
        AllHaveWords<StandingText>(Enum.GetValues<ProviderKind>().Select(k => $"Kind.{k}").Concat(Enum.GetValues<ProviderStanding>().Select(s => $"Standing.{s}")));
    }

    private void AllHaveWords<TText>(IEnumerable<string> keys)
    {
        var text = _services.GetRequiredService<IStringLocalizer<TText>>();

        Assert.DoesNotContain(keys, key => text[key].ResourceNotFound);
    }
}
